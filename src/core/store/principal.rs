//! Who acts, as the decision about them needs it: a user, with all that was granted to them.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

use super::server::{broken, id};
use super::{Store, StoreError};
use crate::core::access::{GlobalGrant, Membership, Permission, PermissionSet, Principal, Role};
use crate::core::model::{TeamId, TeamStatus, UserId, UserStatus};

impl Store {
    /// The user with all that was granted to them; nothing: there is no such user.
    pub async fn principal(&self, user: UserId) -> Result<Option<Principal>, StoreError> {
        self.read(move |connection| principal(connection, user)).await
    }
}

/// See [`Store::principal`].
pub(super) fn principal(connection: &Connection, user: UserId) -> Result<Option<Principal>, StoreError> {
    let sql = "SELECT user.status, team.id, team.status, team.trial_ends
               FROM user JOIN team ON team.id = user.personal_team WHERE user.id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([user.to_string()], |row| {
        let status =
            UserStatus::parse(row.get_ref(0)?.as_str()?).ok_or_else(|| broken(0, std::fmt::Error))?;
        Ok(Principal::new(user, id(row, 1, TeamId::parse)?, team_status(row, 2)?, status))
    });
    let Some(principal) = found.optional()? else { return Ok(None) };
    let global = global_grants(connection, user)?;
    Ok(Some(principal.with_global(global).with_memberships(memberships(connection, user)?)))
}

fn global_grants(connection: &Connection, user: UserId) -> Result<Vec<GlobalGrant>, StoreError> {
    let sql = "SELECT role, expires_at FROM global_grant WHERE user_id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([user.to_string()])?;
    let mut grants = vec![GlobalGrant { permissions: Role::EVERYBODY, until: None }];
    while let Some(row) = rows.next()? {
        let permissions =
            permissions(connection, &Role::GLOBAL, None, row.get_ref(0)?.as_str().map_err(text)?)?;
        grants.push(GlobalGrant { permissions, until: time(row, 1)? });
    }
    Ok(grants)
}

fn memberships(connection: &Connection, user: UserId) -> Result<Vec<Membership>, StoreError> {
    let sql = "SELECT team.id, team.status, team.trial_ends, role, expires_at
               FROM membership JOIN team ON team.id = team_id WHERE user_id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([user.to_string()])?;
    let mut memberships = Vec::new();
    while let Some(row) = rows.next()? {
        let team = id(row, 0, TeamId::parse)?;
        let role = row.get_ref(3)?.as_str().map_err(text)?;
        memberships.push(Membership {
            team,
            permissions: permissions(connection, &Role::OF_A_TEAM, Some(team), role)?,
            until: time(row, 4)?,
            status: team_status(row, 1)?,
        });
    }
    Ok(memberships)
}

/// What a role allows: one of `own`, else one that this store defines in the team or everywhere. A role that is gone, and a
/// permission that a newer mcpgw may have written, allow nothing.
pub(super) fn permissions(
    connection: &Connection,
    own: &[Role],
    team: Option<TeamId>,
    role: &str,
) -> Result<PermissionSet, StoreError> {
    if let Some(role) = Role::parse(role) {
        return Ok(if own.contains(&role) { role.permissions() } else { PermissionSet::default() });
    }
    let sql = "SELECT value FROM json_each((
                   SELECT permissions FROM role WHERE name = ?1 AND (team_id = ?2 OR team_id IS NULL)
                   ORDER BY team_id IS NULL LIMIT 1))";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query((role, team.map(|team| team.to_string())))?;
    let mut permissions = PermissionSet::default();
    while let Some(row) = rows.next()? {
        if let Some(permission) = Permission::parse(&row.get::<_, String>(0)?) {
            permissions = permissions.union(PermissionSet::one(permission));
        }
    }
    Ok(permissions)
}

/// Reads a team's status, with the end of its trial behind it. One that this binary doesn't know is as good as suspended.
pub(super) fn team_status(row: &Row<'_>, column: usize) -> rusqlite::Result<TeamStatus> {
    Ok(match (row.get_ref(column)?.as_str()?, time(row, column + 1)?) {
        ("active", _) => TeamStatus::Active,
        ("trial", Some(ends)) => TeamStatus::Trial { ends },
        _ => TeamStatus::Suspended,
    })
}

pub(super) fn time(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    let millis: Option<i64> = row.get(column)?;
    millis.map(Timestamp::from_millisecond).transpose().map_err(|error| broken(column, error))
}

fn text(error: rusqlite::types::FromSqlError) -> rusqlite::Error {
    broken(0, error)
}
