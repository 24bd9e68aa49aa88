//! The table `role`: roles beside mcpgw's own.

use rusqlite::{Connection, Row, Transaction, params};

use super::guard::Guard;
use super::server::{broken, id, timestamp};
use super::{Attempt, Store, StoreError};
use crate::core::access::{Role, Target};
use crate::core::model::{Act, CustomRole, Deed, RoleName, Team, TeamId};

impl Store {
    /// All roles that this store defines, those of all teams first, by name.
    pub async fn roles(&self) -> Result<Vec<CustomRole>, StoreError> {
        self.read(all).await
    }

    /// Makes a role, of `team` if there is one.
    pub async fn insert_role(
        &self,
        act: Act,
        attempt: Attempt,
        team: Option<Team>,
        role: CustomRole,
    ) -> Result<(), StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &target(team.as_ref()), now)?;
            // One that hides another of the same name would change what those have who were granted that one.
            let there = "SELECT 1 FROM role
                         WHERE name = ?1 AND (?2 IS NULL OR team_id IS NULL OR team_id = ?2)";
            let of = role.team.map(|team| team.to_string());
            let taken = transaction.prepare_cached(there)?.exists(params![role.name.as_str(), of])?;
            if taken || Role::parse(role.name.as_str()).is_some() {
                return Err(Guard::RoleTaken(role.name).into());
            }
            let permissions = text(&role.permissions)?;
            let sql = "INSERT INTO role VALUES (?1, ?2, ?3, ?4, ?5, ?5)";
            let at = role.created_at.as_millisecond();
            transaction.execute(sql, params![role.id, of, role.name.as_str(), permissions, at])?;
            Ok(((), Some(deed(&role, team.as_ref()).with("permissions", role.permissions))))
        })
        .await
    }

    /// Deletes a role that nobody has.
    pub async fn delete_role(
        &self,
        act: Act,
        attempt: Attempt,
        team: Option<Team>,
        role: CustomRole,
    ) -> Result<(), StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &target(team.as_ref()), now)?;
            require_unused(transaction, &role)?;
            if transaction.execute("DELETE FROM role WHERE id = ?1", [&role.id])? == 0 {
                return Err(Guard::NoRole(role.name).into());
            }
            Ok(((), Some(deed(&role, team.as_ref()))))
        })
        .await
    }
}

pub(super) fn target(team: Option<&Team>) -> Target {
    team.map_or(Target::Platform, Target::of_team)
}

/// Permissions as they are written.
pub(super) fn text(permissions: &[String]) -> Result<String, StoreError> {
    let failed = |error: serde_json::Error| StoreError::Unreadable { table: "role", what: error.to_string() };
    serde_json::to_string(permissions).map_err(failed)
}

/// Whoever has the role would silently lose what it allows. Expired grants count: they may be given a new end.
fn require_unused(transaction: &Transaction<'_>, role: &CustomRole) -> Result<(), StoreError> {
    let sql = "SELECT (SELECT count(*) FROM membership WHERE role = ?1 AND (?2 IS NULL OR team_id = ?2))
               + (SELECT count(*) FROM global_grant WHERE role = ?1 AND ?2 IS NULL)
               + (SELECT count(*) FROM invitation WHERE role = ?1 AND (?2 IS NULL OR team_id = ?2)
                  AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > unixepoch('subsec') * 1000)";
    let of = role.team.map(|team| team.to_string());
    let users: u32 = transaction.query_row(sql, params![role.name.as_str(), of], |row| row.get(0))?;
    if users == 0 { Ok(()) } else { Err(Guard::RoleUsed { role: role.name.clone(), users }.into()) }
}

pub(super) fn deed(role: &CustomRole, team: Option<&Team>) -> Deed {
    let deed = Deed::done("role", Some(role.id.clone()), role.name.as_str());
    match team {
        Some(team) => deed.of_team(team.id).with("team", team.slug.as_str()),
        None => deed,
    }
}

pub(super) fn all(connection: &Connection) -> Result<Vec<CustomRole>, StoreError> {
    let sql = "SELECT id, team_id, name, permissions, created_at FROM role ORDER BY team_id IS NOT NULL, team_id, name";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<CustomRole> {
    let team = match row.get_ref(1)?.as_str_or_null()? {
        None => None,
        Some(_) => Some(id(row, 1, TeamId::parse)?),
    };
    Ok(CustomRole {
        id: row.get(0)?,
        team,
        name: RoleName::parse(row.get_ref(2)?.as_str()?).map_err(|error| broken(2, error))?,
        permissions: serde_json::from_str(row.get_ref(3)?.as_str()?).map_err(|error| broken(3, error))?,
        created_at: timestamp(row, 4)?,
    })
}
