//! The mode of the store, and the guard over its admins: what no change of a user may break.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{Store, StoreError};
use crate::core::model::{AuthMode, UserId};

/// Somebody who can log in.
const CAN_LOG_IN: &str = "user.status = 'active' AND user.email IS NOT NULL
                          AND EXISTS (SELECT 1 FROM credential WHERE credential.user_id = user.id)";

impl Store {
    /// Whether processes without credentials act as the local owner.
    pub async fn auth_mode(&self) -> Result<AuthMode, StoreError> {
        self.read(auth_mode).await
    }
}

pub(super) fn auth_mode(connection: &Connection) -> Result<AuthMode, StoreError> {
    let sql = "SELECT value FROM meta WHERE key = 'auth_mode'";
    let mode: Option<String> = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    // What is not known here lets nobody in without a credential.
    Ok(mode.as_deref().and_then(AuthMode::parse).unwrap_or(AuthMode::Required))
}

/// After every change that may have made somebody able to log in: where somebody beside the local owner can, everybody has
/// to, the owner too. `true`: that is new.
pub(super) fn settle(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
    if auth_mode(transaction)? == AuthMode::Required {
        return Ok(false);
    }
    let sql = format!(
        "SELECT coalesce(max(user.id <> owner.value), 0), coalesce(max(user.id = owner.value), 0)
         FROM user, meta AS owner WHERE owner.key = 'local_owner' AND {CAN_LOG_IN}"
    );
    let (others, owner): (bool, bool) =
        transaction.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    match (others, owner) {
        (false, _) => Ok(false),
        (true, false) => Err(StoreError::OwnerCantLogIn),
        (true, true) => {
            require(transaction)?;
            Ok(true)
        }
    }
}

/// From now on nobody acts without a credential.
pub(super) fn require(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE meta SET value = 'required' WHERE key = 'auth_mode'", [])?;
    Ok(())
}

/// Whether `user` is an admin who can act, for good.
pub(super) fn is_admin(transaction: &Transaction<'_>, user: UserId) -> Result<bool, StoreError> {
    let sql = format!("SELECT EXISTS ({} AND user.id = ?1)", admins(transaction)?);
    Ok(transaction.query_row(&sql, [user.to_string()], |row| row.get(0))?)
}

/// After every change that may have cost the store an admin: refuses it when none is left.
pub(super) fn require_admin(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql = format!("SELECT EXISTS ({})", admins(transaction)?);
    let left: bool = transaction.query_row(&sql, [], |row| row.get(0))?;
    if left { Ok(()) } else { Err(StoreError::LastAdmin) }
}

/// Admins who can act: where logging in is required, they can. One whose role ends some day doesn't count.
fn admins(connection: &Connection) -> Result<String, StoreError> {
    let able = match auth_mode(connection)? {
        AuthMode::Local => "user.status = 'active' AND user.service_of IS NULL",
        AuthMode::Required => CAN_LOG_IN,
    };
    Ok(format!(
        "SELECT 1 FROM user JOIN global_grant ON global_grant.user_id = user.id
         WHERE role = 'platform_admin' AND expires_at IS NULL AND {able}"
    ))
}
