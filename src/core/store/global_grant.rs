//! The table `global_grant`: roles that hold everywhere, and whose they are.

use jiff::Timestamp;
use rusqlite::{Transaction, params};

use super::guard::Guard;
use super::principal::permissions;
use super::{Attempt, Store, StoreError, deed, mode, user};
use crate::core::access::{PermissionSet, Principal, Role, Target, may_grant};
use crate::core::model::{Account, Act, RoleName, UserId};

impl Store {
    /// Gives somebody a role that holds everywhere, for good or until then. They are as they are then.
    pub async fn grant_globally(
        &self,
        act: Act,
        attempt: Attempt,
        user: UserId,
        role: RoleName,
        until: Option<Timestamp>,
    ) -> Result<Account, StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            let principal = attempt.still_allowed(transaction, &Target::Platform, now)?;
            let before = user::require(transaction, user)?;
            require_ceiling(transaction, &principal.lasting(until), &role, now)?;
            let was_admin = mode::is_admin(transaction, user)?;
            write(transaction, user, &role, until, now)?;
            if was_admin {
                mode::require_admin(transaction)?;
            }
            let deed = deed::of_user(&before.user).with("role", role.as_str());
            let until = until.map(|until| until.to_string());
            Ok((user::require(transaction, user)?, Some(deed.with("expires_at", until))))
        })
        .await
    }

    /// Takes a role that holds everywhere from somebody. They are as they are then.
    pub async fn revoke_globally(
        &self,
        act: Act,
        attempt: Attempt,
        user: UserId,
        role: RoleName,
    ) -> Result<Account, StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &Target::Platform, now)?;
            let before = user::require(transaction, user)?;
            let was_admin = mode::is_admin(transaction, user)?;
            let sql = "DELETE FROM global_grant WHERE user_id = ?1 AND role = ?2";
            if transaction.execute(sql, [&user.to_string(), role.as_str()])? == 0 {
                return Err(Guard::NotGranted(role).into());
            }
            if was_admin {
                mode::require_admin(transaction)?;
            }
            let deed = deed::of_user(&before.user).with("role", role.as_str());
            Ok((user::require(transaction, user)?, Some(deed)))
        })
        .await
    }
}

/// Writes the grant of a role, over one that has another end.
pub(super) fn write(
    transaction: &Transaction<'_>,
    user: UserId,
    role: &RoleName,
    until: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO global_grant (user_id, role, expires_at, source, created_at)
               VALUES (?1, ?2, ?3, 'manual', ?4)
               ON CONFLICT (user_id, role) DO UPDATE SET expires_at = ?3 WHERE expires_at IS NOT ?3";
    let until = until.map(Timestamp::as_millisecond);
    transaction.execute(sql, params![user.to_string(), role.as_str(), until, now.as_millisecond()])?;
    Ok(())
}

/// Refuses where `principal` would grant everywhere what they lack everywhere, or what is no role that holds everywhere.
pub(super) fn require_ceiling(
    transaction: &Transaction<'_>,
    principal: &Principal,
    role: &RoleName,
    now: Timestamp,
) -> Result<(), StoreError> {
    let known = if let Some(own) = Role::parse(role.as_str()) {
        Role::GLOBAL.contains(&own)
    } else {
        let sql = "SELECT 1 FROM role WHERE name = ?1 AND team_id IS NULL";
        transaction.prepare_cached(sql)?.exists([role.as_str()])?
    };
    if !known {
        return Err(Guard::NoRole(role.clone()).into());
    }
    let granted = permissions(transaction, &Role::GLOBAL, None, role.as_str())?;
    require_within(principal, role, granted, now)
}

/// Refuses where `granted` is more than `principal` has everywhere. It lets nobody use anything, so nobody lacks that of it.
pub(super) fn require_within(
    principal: &Principal,
    role: &RoleName,
    granted: PermissionSet,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (granted, held) = (granted.without(PermissionSet::USE), principal.permissions_everywhere(now));
    if may_grant(held, granted) {
        return Ok(());
    }
    let lacking = granted.without(held).iter().next().map_or("something", |permission| permission.name());
    Err(Guard::LacksEverywhere { role: role.clone(), lacking }.into())
}
