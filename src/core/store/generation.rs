//! The table `generation`: whether what sessions follow has changed.

use rusqlite::Connection;

use super::{Store, StoreError};
use crate::core::model::Server;

/// Grows with every change of what sessions follow: servers, their variables, the secrets that they use.
///
/// Triggers count, so that no way of changing a row is forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Generation(i64);

/// What sessions follow, at one moment.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The moment.
    pub generation: Generation,
    /// All servers, oldest first.
    pub servers: Vec<Server>,
}

impl Store {
    /// How far the store is. Cheap: for those who ask again and again.
    pub async fn generation(&self) -> Result<Generation, StoreError> {
        self.read(read).await
    }

    /// What sessions follow, as of one moment.
    pub async fn followed(&self) -> Result<Followed, StoreError> {
        self.read(|connection| {
            Ok(Followed { generation: read(connection)?, servers: super::server::all(connection)? })
        })
        .await
    }
}

pub(super) fn read(connection: &Connection) -> Result<Generation, StoreError> {
    let mut statement = connection.prepare_cached("SELECT sum(number) FROM generation")?;
    Ok(Generation(statement.query_row([], |row| row.get(0))?))
}
