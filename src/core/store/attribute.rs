//! The table `user_attribute`: what is noted about users.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction};

use super::StoreError;
use super::guard::Guard;
use super::server::broken;
use crate::core::model::{AttributeName, MOST_ATTRIBUTES, UserId};

/// What is noted about the user whose id is `user`.
pub(super) fn read(
    connection: &Connection,
    user: &str,
) -> Result<BTreeMap<AttributeName, String>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT name, value FROM user_attribute WHERE user_id = ?1")?;
    let rows = statement.query_map([user], |row| {
        let name = AttributeName::parse(row.get_ref(0)?.as_str()?).map_err(|error| broken(0, error))?;
        Ok((name, row.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Notes, or forgets where there is no value.
pub(super) fn change(
    transaction: &Transaction<'_>,
    user: UserId,
    changes: &BTreeMap<AttributeName, Option<String>>,
) -> Result<(), StoreError> {
    let user = user.to_string();
    for (name, value) in changes {
        match value {
            Some(value) => transaction.execute(
                "INSERT OR REPLACE INTO user_attribute VALUES (?1, ?2, ?3)",
                [&user, name.as_str(), value],
            )?,
            None => transaction.execute(
                "DELETE FROM user_attribute WHERE user_id = ?1 AND name = ?2",
                [&user, name.as_str()],
            )?,
        };
    }
    let sql = "SELECT count(*) FROM user_attribute WHERE user_id = ?1";
    let count: u32 = transaction.query_row(sql, [&user], |row| row.get(0))?;
    if count > MOST_ATTRIBUTES { Err(Guard::TooManyAttributes.into()) } else { Ok(()) }
}
