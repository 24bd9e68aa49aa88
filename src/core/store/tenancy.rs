//! What a team may have and do, in its row, and what that leaves room for.

use rusqlite::{Connection, Row, Transaction, params_from_iter, types::Value};

use super::guard::Guard;
use super::server::broken;
use super::{Attempt, Store, StoreError, team};
use crate::core::model::{
    Act, Limit, PlanName, Plans, Quota, Server, Switch, Switches, Team, TeamId, Tenancy, Visibility,
};

/// The columns of `team`, in their order: the plan, the quotas, the switches.
pub(super) const COLUMNS: &str = "plan, max_servers, max_members, max_concurrent, per_minute, per_hour,
                                  per_day, max_sessions_per_user, stdio, remote, sampling, public, sso";

impl Store {
    /// Applies `change` to what the team may have and do at this moment, and returns the team as it is now.
    pub async fn change_tenancy(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        change: impl FnOnce(&mut Tenancy) + Send + 'static,
    ) -> Result<Team, StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let before = team::present(transaction, &team)?;
            attempt.still_allowed_in(transaction, &before, now)?;
            let mut team = before.clone();
            change(&mut team.tenancy);
            if team == before {
                return Ok((team, None));
            }
            team.updated_at = now;
            write(transaction, &team)?;
            let deed = team::deed(&team).with("changed", changes(&before.tenancy, &team.tenancy));
            let tenancy = &team.tenancy;
            let deed = deed.with("plan", tenancy.plan.as_ref().map(ToString::to_string));
            let quota = serde_json::to_value(tenancy.quota).unwrap_or_default();
            let switches = serde_json::to_value(tenancy.switches).unwrap_or_default();
            Ok((team, Some(deed.with("quota", quota).with("switches", switches))))
        })
        .await
    }
}

fn changes(before: &Tenancy, after: &Tenancy) -> Vec<&'static str> {
    let limits = Limit::ALL.into_iter().filter(|limit| before.quota.get(*limit) != after.quota.get(*limit));
    let switches =
        Switch::ALL.into_iter().filter(|switch| before.switches.has(*switch) != after.switches.has(*switch));
    let plan = (before.plan != after.plan).then_some("plan");
    plan.into_iter().chain(limits.map(Limit::name)).chain(switches.map(Switch::name)).collect()
}

/// Reads [`COLUMNS`] from `first` on.
pub(super) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Tenancy> {
    let plan = row.get_ref(first)?.as_str_or_null()?.map(PlanName::parse).transpose();
    let plan = plan.map_err(|error| broken(first, error))?;
    let mut quota = Quota::default();
    for (place, limit) in Limit::ALL.into_iter().enumerate() {
        quota.set(limit, row.get(first + 1 + place)?);
    }
    let mut switches = Switches::default();
    for (place, switch) in Switch::ALL.into_iter().enumerate() {
        switches.set(switch, row.get(first + 1 + Limit::ALL.len() + place)?);
    }
    Ok(Tenancy { plan, quota, switches })
}

fn write(transaction: &Transaction<'_>, team: &Team) -> Result<(), StoreError> {
    let Tenancy { plan, quota, switches } = &team.tenancy;
    let plan = plan.as_ref().map_or(Value::Null, |plan| Value::Text(plan.to_string()));
    let limits =
        Limit::ALL.map(|limit| quota.get(limit).map_or(Value::Null, |most| Value::Integer(most.into())));
    let switches = Switch::ALL.map(|switch| Value::Integer(switches.has(switch).into()));
    let values = [plan].into_iter().chain(limits).chain(switches);
    let rest = [Value::Integer(team.updated_at.as_millisecond()), Value::Text(team.id.to_string())];
    let sql = format!(
        "UPDATE team SET ({COLUMNS}) = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13), updated_at = ?14
         WHERE id = ?15"
    );
    transaction.execute(&sql, params_from_iter(values.chain(rest)))?;
    Ok(())
}

/// The quotas that hold for `team`. One whose plan is not known gets nothing more.
pub(super) fn quota_of(plans: &Plans, team: &Team) -> Result<Quota, StoreError> {
    let unknown = |plan: &PlanName| Guard::NoPlan { team: team.slug.clone(), plan: plan.clone() };
    Ok(plans.quota_of(&team.tenancy).map_err(unknown)?)
}

/// Refuses a server that its team may not have, where that is new about it.
pub(super) fn admit(
    transaction: &Transaction<'_>,
    plans: &Plans,
    server: &Server,
    before: Option<&Server>,
) -> Result<(), StoreError> {
    let Some(team) = team::all(transaction)?.remove(&server.belonging.team) else { return Ok(()) };
    let comes = before.is_none_or(|before| before.belonging.team != server.belonging.team);
    let is_public = |server: &Server| server.belonging.visibility == Some(Visibility::Public);
    let published = is_public(server) && (comes || !before.is_some_and(is_public));
    require(&team, Switch::Public, published)?;
    require(&team, server.launch.switch(), comes)?;
    if comes { require_room(transaction, plans, &team) } else { Ok(()) }
}

/// After servers came into a team: refuses those that it may not have.
pub(super) fn admit_all(
    transaction: &Transaction<'_>,
    plans: &Plans,
    team: TeamId,
    came: usize,
) -> Result<(), StoreError> {
    let Some(team) = team::all(transaction)?.remove(&team).filter(|_| came > 0) else { return Ok(()) };
    let sql = "SELECT 1 FROM server WHERE team_id = ?1 AND visibility = 'public'";
    let public = transaction.prepare_cached(sql)?.exists([team.id.to_string()])?;
    require(&team, Switch::Public, public)?;
    for (switch, sql) in [
        (Switch::Stdio, "SELECT 1 FROM server WHERE team_id = ?1 AND transport = 'stdio'"),
        (Switch::Remote, "SELECT 1 FROM server WHERE team_id = ?1 AND transport <> 'stdio'"),
    ] {
        let has = transaction.prepare_cached(sql)?.exists([team.id.to_string()])?;
        require(&team, switch, has)?;
    }
    require_room(transaction, plans, &team)
}

fn require(team: &Team, switch: Switch, wanted: bool) -> Result<(), StoreError> {
    if wanted && !team.tenancy.switches.has(switch) {
        return Err(Guard::SwitchedOff { team: team.slug.clone(), switch }.into());
    }
    Ok(())
}

/// Refuses where the team has more servers than it may.
fn require_room(connection: &Connection, plans: &Plans, team: &Team) -> Result<(), StoreError> {
    let Some(most) = quota_of(plans, team)?.get(Limit::Servers) else { return Ok(()) };
    let sql = "SELECT count(*) FROM server WHERE team_id = ?1";
    let servers: u32 = connection.query_row(sql, [team.id.to_string()], |row| row.get(0))?;
    if servers <= most { Ok(()) } else { Err(Guard::NoRoom { team: team.slug.clone(), most }.into()) }
}
