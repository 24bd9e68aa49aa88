//! The table `generation`: whether what sessions follow has changed.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::handle::Viewer;
use super::{ItemRules, Store, StoreError, login, mode};
use crate::core::access::Principal;
use crate::core::model::{AuthMode, LoginId, Server, Team, TeamId, UserId};

/// Grows with every change of what sessions follow: servers, their variables, the secrets that they use.
///
/// Triggers count, so that no way of changing a row is forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Generation(i64);

/// What the sessions of a user follow, at one moment.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The moment.
    pub generation: Generation,
    /// The user; nothing: there is none any more, or they are not believed any more to be that.
    pub principal: Option<Principal>,
    /// All servers, oldest first.
    pub servers: Vec<Server>,
    /// What was set for single items of them.
    pub rules: ItemRules,
    /// All teams.
    pub teams: BTreeMap<TeamId, Team>,
}

impl Store {
    /// How far the store is. Cheap: for those who ask again and again.
    pub async fn generation(&self) -> Result<Generation, StoreError> {
        self.read(read).await
    }

    /// What the sessions of a user follow, as of one moment. Without a `login` they are believed where nobody logs in.
    pub async fn followed(&self, user: UserId, login: Option<LoginId>) -> Result<Followed, StoreError> {
        self.read(move |connection| {
            let believed = match login {
                Some(login) => login::is_there(connection, login)?,
                None => mode::auth_mode(connection)? == AuthMode::Local,
            };
            let principal = if believed { super::principal::principal(connection, user)? } else { None };
            Ok(Followed {
                generation: read(connection)?,
                principal,
                servers: super::server::all(connection, Viewer::of(user))?,
                rules: super::item_rule::all(connection)?,
                teams: super::team::all(connection)?,
            })
        })
        .await
    }
}

pub(super) fn read(connection: &Connection) -> Result<Generation, StoreError> {
    let mut statement = connection.prepare_cached("SELECT sum(number) FROM generation")?;
    Ok(Generation(statement.query_row([], |row| row.get(0))?))
}
