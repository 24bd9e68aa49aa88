//! The table `user_quota`: how many calls users may make.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{Store, StoreError};
use crate::core::model::{Bound, CallLimit, CallLimits, UserId};

impl Store {
    /// How many calls a user may make.
    pub async fn user_bound(&self, user: UserId) -> Result<Bound, StoreError> {
        self.read(move |connection| bound(connection, user)).await
    }
}

/// How many calls the user whose id is `user` may make.
pub(super) fn read(connection: &Connection, user: &str) -> Result<CallLimits, StoreError> {
    let sql = "SELECT per_minute, per_hour, per_day, concurrency FROM user_quota WHERE user_id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([user], |row| {
        Ok(CallLimits {
            per_minute: row.get(0)?,
            per_hour: row.get(1)?,
            per_day: row.get(2)?,
            concurrency: row.get(3)?,
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// How many calls the user of that id may make, and what they are called.
pub(super) fn bound(connection: &Connection, user: UserId) -> Result<Bound, StoreError> {
    let key = user.to_string();
    let sql = "SELECT email FROM user WHERE id = ?1";
    let email = connection.prepare_cached(sql)?.query_row([&key], |row| row.get(0)).optional()?;
    let email: Option<String> = email.flatten();
    Ok(Bound::of_user(user, email.as_deref(), read(connection, &key)?))
}

/// Sets these, and leaves the others.
pub(super) fn change(
    transaction: &Transaction<'_>,
    user: UserId,
    changes: &[(CallLimit, Option<u32>)],
) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    let user = user.to_string();
    let mut limits = read(transaction, &user)?;
    for (limit, most) in changes {
        limits.set(*limit, *most);
    }
    if limits.is_none() {
        transaction.execute("DELETE FROM user_quota WHERE user_id = ?1", [&user])?;
        return Ok(());
    }
    let CallLimits { per_minute, per_hour, per_day, concurrency } = limits;
    transaction.execute(
        "INSERT OR REPLACE INTO user_quota (user_id, per_minute, per_hour, per_day, concurrency)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![user, per_minute, per_hour, per_day, concurrency],
    )?;
    Ok(())
}
