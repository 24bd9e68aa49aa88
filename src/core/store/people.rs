//! The tables `user` and `team`: who acts, and for whom.

use rusqlite::{Connection, OptionalExtension, Row};

use super::server::{broken, id, timestamp};
use super::{Store, StoreError};
use crate::core::model::{Email, TeamId, User, UserId, UserStatus};

pub(super) const SELECT_USER: &str = "SELECT id, email, full_name, status, os_uid, service_of, personal_team,
                                      created_at, updated_at FROM user";

impl Store {
    /// Who acts where nobody logs in: the person whose store this is.
    pub async fn local_owner(&self) -> Result<User, StoreError> {
        self.read(|connection| {
            let found = local_owner(connection)?;
            found
                .ok_or_else(|| StoreError::Unreadable { table: "user", what: "there is no owner".to_owned() })
        })
        .await
    }
}

fn local_owner(connection: &Connection) -> Result<Option<User>, StoreError> {
    let sql = format!("{SELECT_USER} WHERE id = (SELECT value FROM meta WHERE key = 'local_owner')");
    Ok(connection.prepare_cached(&sql)?.query_row([], read_user).optional()?)
}

/// Reads a row of [`SELECT_USER`].
pub(super) fn read_user(row: &Row<'_>) -> rusqlite::Result<User> {
    let email = row.get_ref(1)?.as_str_or_null()?.map(Email::parse).transpose();
    let service_of = match row.get_ref(5)?.as_str_or_null()? {
        None => None,
        Some(_) => Some(id(row, 5, TeamId::parse)?),
    };
    Ok(User {
        id: id(row, 0, UserId::parse)?,
        email: email.map_err(|error| broken(1, error))?,
        full_name: row.get(2)?,
        status: UserStatus::parse(row.get_ref(3)?.as_str()?).ok_or_else(|| broken(3, std::fmt::Error))?,
        os_uid: row.get(4)?,
        service_of,
        personal_team: id(row, 6, TeamId::parse)?,
        created_at: timestamp(row, 7)?,
        updated_at: timestamp(row, 8)?,
    })
}
