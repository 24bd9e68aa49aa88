//! Deletes a team, and what it has or not.

use rusqlite::{Transaction, params};

use super::guard::Guard;
use super::server::{broken, id};
use super::{Attempt, Store, StoreError, team, tenancy};
use crate::core::access::{Action, Narrowing, Operation, Principal, Row, Target, decide};
use crate::core::model::{Act, Belonging, ServerId, ServerName, Team, UserId, Visibility};

/// What becomes of what a team has.
#[derive(Debug, Clone)]
pub enum Remains {
    /// There must be nothing.
    Nothing,
    /// It belongs to this team from now on.
    Moved(Box<Team>),
    /// It goes with the team.
    Deleted,
}

impl Store {
    /// Deletes `team`, and returns which servers it had.
    pub async fn delete_team(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        remains: Remains,
    ) -> Result<Vec<(ServerId, ServerName)>, StoreError> {
        let (team, now, plans) = (team.clone(), act.at, self.plans());
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = team::present(transaction, &team)?;
            let principal = attempt.still_allowed_in(transaction, &team, now)?;
            if team.personal_of.is_some() {
                return Err(Guard::Personal(team.slug, "deleted").into());
            }
            let servers = servers(transaction, &team)?;
            let deed = team::deed(&team);
            let deed = match &remains {
                Remains::Nothing => {
                    require_empty(transaction, &team, u32::try_from(servers.len()).unwrap_or(u32::MAX))?;
                    deed
                }
                Remains::Moved(target) => {
                    let target = team::present(transaction, target)?;
                    require_welcome(&principal, &target, Operation::ServerAdd, now)?;
                    if secrets(transaction, &team)? > 0 {
                        require_welcome(&principal, &target, Operation::SecretSet, now)?;
                    }
                    move_all(transaction, &team, &target)?;
                    tenancy::admit_all(transaction, &plans, target.id, servers.len())?;
                    deed.with("moved_to", target.slug.as_str())
                }
                Remains::Deleted => {
                    delete_all(transaction, &team, principal.user())?;
                    deed
                }
            };
            transaction.execute("DELETE FROM team WHERE id = ?1", [team.id.to_string()])?;
            let names: Vec<_> = servers.iter().map(|(_, name)| name.to_string()).collect();
            Ok((servers, Some(deed.with("servers", names))))
        })
        .await
    }
}

fn servers(transaction: &Transaction<'_>, team: &Team) -> Result<Vec<(ServerId, ServerName)>, StoreError> {
    let mut statement =
        transaction.prepare_cached("SELECT id, name FROM server WHERE team_id = ?1 ORDER BY name")?;
    let rows = statement.query_map([team.id.to_string()], |row| {
        let name = ServerName::parse(&row.get::<_, String>(1)?).map_err(|error| broken(1, error))?;
        Ok((id(row, 0, ServerId::parse)?, name))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn secrets(transaction: &Transaction<'_>, team: &Team) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM secret WHERE visibility = 'team' AND team_id = ?1";
    Ok(transaction.query_row(sql, [team.id.to_string()], |row| row.get(0))?)
}

fn require_empty(transaction: &Transaction<'_>, team: &Team, servers: u32) -> Result<(), StoreError> {
    let secrets = secrets(transaction, team)?;
    let sql = "SELECT count(*) FROM user WHERE service_of = ?1";
    let services: u32 = transaction.query_row(sql, [team.id.to_string()], |row| row.get(0))?;
    let counted = |count: u32, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {one}s")),
    };
    let counts = [(servers, "server"), (secrets, "secret"), (services, "service user")];
    let has: Vec<_> = counts.into_iter().filter_map(|(count, one)| counted(count, one)).collect();
    if has.is_empty() {
        return Ok(());
    }
    Err(Guard::Holds { team: team.slug.clone(), what: has.join(" and ") }.into())
}

/// Who moves something into a team must be one who could add it there.
fn require_welcome(
    principal: &Principal,
    target: &Team,
    add: Operation,
    now: jiff::Timestamp,
) -> Result<(), StoreError> {
    let row = Row {
        belonging: Belonging { owner: principal.user(), team: target.id, visibility: Some(Visibility::Team) },
        server: None,
        team_status: target.status,
        enabled: true,
        narrowing: Narrowing::NONE,
    };
    let decision = decide(principal, Action::Operation(add), &Target::Row(row), now);
    if decision.is_allowed() {
        return Ok(());
    }
    let seen = decide(principal, Action::Operation(Operation::TeamShow), &Target::of_team(target), now);
    let slug = target.slug.clone();
    Err(if seen.is_allowed() { Guard::Unwelcome(slug) } else { Guard::NoTeam(slug) }.into())
}

fn move_all(transaction: &Transaction<'_>, team: &Team, target: &Team) -> Result<(), StoreError> {
    let (from, to) = (team.id.to_string(), target.id.to_string());
    let clash = "SELECT moved.name FROM server AS moved JOIN server AS there
                 ON there.name = moved.name OR there.alias = moved.alias
                 WHERE moved.team_id = ?1 AND there.team_id = ?2 LIMIT 1";
    let mut statement = transaction.prepare_cached(clash)?;
    if let Some(row) = statement.query([&from, &to])?.next()? {
        return Err(Guard::Clash { team: target.slug.clone(), server: row.get(0)? }.into());
    }
    let clash = "SELECT moved.name FROM secret AS moved JOIN secret AS there ON there.name = moved.name
                 WHERE moved.visibility = 'team' AND there.visibility = 'team'
                 AND moved.team_id = ?1 AND there.team_id = ?2 LIMIT 1";
    let mut statement = transaction.prepare_cached(clash)?;
    if let Some(row) = statement.query([&from, &to])?.next()? {
        return Err(Guard::SecretClash { team: target.slug.clone(), secret: row.get(0)? }.into());
    }
    transaction.execute("UPDATE server SET team_id = ?2 WHERE team_id = ?1", params![from, to])?;
    transaction.execute("UPDATE secret SET team_id = ?2 WHERE team_id = ?1", params![from, to])?;
    transaction.execute("UPDATE user SET service_of = ?2 WHERE service_of = ?1", params![from, to])?;
    Ok(())
}

/// Service users of the team go with it, and with them what is theirs alone. What they put into other teams stays there: in the name
/// of an owner of that team, or else of `keeper`.
fn delete_all(transaction: &Transaction<'_>, team: &Team, keeper: UserId) -> Result<(), StoreError> {
    let (team, keeper) = (team.id.to_string(), keeper.to_string());
    let sql = "DELETE FROM server WHERE team_id = ?1
               OR visibility = 'private' AND owner_id IN (SELECT id FROM user WHERE service_of = ?1)
               OR team_id IN (SELECT personal_team FROM user WHERE service_of = ?1)";
    transaction.execute(sql, [&team])?;
    let sql = "DELETE FROM secret WHERE team_id = ?1
               OR visibility = 'private' AND owner_id IN (SELECT id FROM user WHERE service_of = ?1)";
    transaction.execute(sql, [&team])?;
    for table in ["server", "secret"] {
        let sql = format!(
            "UPDATE {table} SET owner_id = coalesce(
                 (SELECT user_id FROM membership JOIN user ON user.id = user_id
                  WHERE membership.team_id = {table}.team_id AND role = 'owner' AND service_of IS NULL
                  ORDER BY user_id LIMIT 1), ?2)
             WHERE owner_id IN (SELECT id FROM user WHERE service_of = ?1)"
        );
        transaction.execute(&sql, [&team, &keeper])?;
    }
    Ok(())
}
