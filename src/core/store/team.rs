//! The table `team`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

use super::guard::Guard;
use super::principal::team_status;
use super::server::{broken, id, timestamp};
use super::{Attempt, Store, StoreError, member, tenancy};
use crate::core::access::{Role, Target};
use crate::core::model::{Act, Deed, Team, TeamId, TeamSlug, TeamStatus, UserId};

const SELECT: &str =
    "SELECT id, slug, name, description, personal_of, discoverable, status, trial_ends, created_at,
                      updated_at, plan, max_servers, max_members, max_concurrent, per_minute, per_hour,
                      per_day, max_sessions_per_user, stdio, remote, sampling, public, sso FROM team";

impl Store {
    /// All teams.
    pub async fn teams(&self) -> Result<BTreeMap<TeamId, Team>, StoreError> {
        self.read(all).await
    }

    /// Makes a team, which `owner` owns, who is in fewer than `most` teams so far.
    pub async fn insert_team(
        &self,
        act: Act,
        attempt: Attempt,
        team: Team,
        most: u32,
    ) -> Result<(), StoreError> {
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &Target::Platform, team.created_at)?;
            let sql = "INSERT INTO team (id, slug, name, description, personal_of, discoverable, status, trial_ends, created_at,
                       updated_at) VALUES (:id, :slug, :name, :description, NULL, :discoverable, :status, :trial_ends,
                       :created_at, :updated_at)";
            write(transaction, sql, &team)?;
            member::require_room_for_team(transaction, attempt.user, "you are", most, team.created_at)?;
            let owner = member::Grant { role: Role::Owner.name(), until: None, source: "manual" };
            member::write(transaction, team.id, attempt.user, &owner, team.created_at)?;
            Ok(((), Some(deed(&team))))
        })
        .await
    }

    /// Applies `change` to the team as it is at this moment, and returns it as it is now.
    pub async fn change_team(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        change: impl FnOnce(&mut Team) + Send + 'static,
    ) -> Result<Team, StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let before = present(transaction, &team)?;
            attempt.still_allowed_in(transaction, &before, now)?;
            let mut team = before.clone();
            change(&mut team);
            if team == before {
                return Ok((team, None));
            }
            team.updated_at = now;
            let sql = "UPDATE team SET slug = :slug, name = :name, description = :description,
                       discoverable = :discoverable, status = :status, trial_ends = :trial_ends,
                       created_at = :created_at, updated_at = :updated_at WHERE id = :id";
            write(transaction, sql, &team)?;
            let deed = deed(&team).with("changed", changes(&before, &team));
            Ok((team, Some(deed)))
        })
        .await
    }
}

/// See [`Store::teams`].
pub(super) fn all(connection: &Connection) -> Result<BTreeMap<TeamId, Team>, StoreError> {
    let mut statement = connection.prepare_cached(SELECT)?;
    let teams = statement.query_map([], read)?.map(|team| team.map(|team| (team.id, team)));
    Ok(teams.collect::<Result<_, _>>()?)
}

/// The team as it is at this moment, which may have been deleted meanwhile.
pub(super) fn present(connection: &Connection, team: &Team) -> Result<Team, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
    let found = statement.query_row([team.id.to_string()], read).optional()?;
    found.ok_or_else(|| Guard::NoTeam(team.slug.clone()).into())
}

/// Something was done to `team`.
pub(super) fn deed(team: &Team) -> Deed {
    Deed::done("team", Some(team.id.to_string()), team.slug.as_str()).of_team(team.id)
}

fn changes(before: &Team, after: &Team) -> Vec<String> {
    let changed = [
        ("name", before.name != after.name),
        ("description", before.description != after.description),
        ("discoverable", before.discoverable != after.discoverable),
        ("status", before.status != after.status),
    ];
    changed.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name.to_owned()).collect()
}

fn write(transaction: &Transaction<'_>, sql: &str, team: &Team) -> Result<(), StoreError> {
    let other = "SELECT 1 FROM team WHERE slug = ?1 AND id <> ?2";
    if transaction.prepare_cached(other)?.exists([team.slug.as_str(), &team.id.to_string()])? {
        return Err(Guard::SlugTaken(team.slug.clone()).into());
    }
    let status = match team.status {
        TeamStatus::Active => "active",
        TeamStatus::Trial { .. } => "trial",
        TeamStatus::Suspended => "suspended",
    };
    let values = named_params! {
        ":id": team.id.to_string(),
        ":slug": team.slug.as_str(),
        ":name": team.name,
        ":description": team.description,
        ":discoverable": team.discoverable,
        ":status": status,
        ":trial_ends": team.status.until().map(Timestamp::as_millisecond),
        ":created_at": team.created_at.as_millisecond(),
        ":updated_at": team.updated_at.as_millisecond(),
    };
    transaction.execute(sql, values)?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Team> {
    let personal_of = match row.get_ref(4)?.as_str_or_null()? {
        None => None,
        Some(_) => Some(id(row, 4, UserId::parse)?),
    };
    Ok(Team {
        id: id(row, 0, TeamId::parse)?,
        slug: TeamSlug::parse(row.get_ref(1)?.as_str()?).map_err(|error| broken(1, error))?,
        name: row.get(2)?,
        description: row.get(3)?,
        personal_of,
        discoverable: row.get(5)?,
        status: team_status(row, 6)?,
        tenancy: tenancy::read(row, 10)?,
        created_at: timestamp(row, 8)?,
        updated_at: timestamp(row, 9)?,
    })
}
