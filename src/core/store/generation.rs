//! The table `generation`: whether what sessions follow has changed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::Connection;

use super::handle::Viewer;
use super::{ItemRules, Store, StoreError, login, mode, signing_key, token};
use crate::core::access::Principal;
use crate::core::model::{AuthMode, Bound, LoginId, Plans, Server, Team, TeamId, Token, TokenId, UserId};

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
    /// The token that they act with and all that it was made with, itself first; empty: they act without.
    pub tokens: Vec<Token>,
    /// When the key that has signed it retires.
    pub retires_at: Option<Timestamp>,
    /// How many calls they may make.
    pub bound: Bound,
    /// All servers, oldest first.
    pub servers: Vec<Server>,
    /// What was set for single items of them.
    pub rules: ItemRules,
    /// All teams.
    pub teams: BTreeMap<TeamId, Team>,
    /// The plans that they follow.
    pub plans: Plans,
    /// Whether what a token's capabilities say nothing of is denied.
    pub enforces_capabilities: bool,
}

/// Why a session is believed to be its user's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionCredential {
    /// Nobody logs in.
    Owner,
    /// A login.
    Login(LoginId),
    /// A token.
    Token(TokenId),
}

impl Store {
    /// How far the store is. Cheap: for those who ask again and again.
    pub async fn generation(&self) -> Result<Generation, StoreError> {
        self.read(read).await
    }

    /// What the sessions of a user follow, as of one moment.
    pub async fn followed(
        &self,
        user: UserId,
        credential: SessionCredential,
    ) -> Result<Followed, StoreError> {
        self.read(move |connection| {
            let mut tokens = Vec::new();
            let believed = match credential {
                SessionCredential::Login(login) => login::is_there(connection, login)?,
                SessionCredential::Owner => mode::auth_mode(connection)? == AuthMode::Local,
                SessionCredential::Token(id) => {
                    tokens = token::chain(connection, id)?.unwrap_or_default();
                    !tokens.is_empty()
                }
            };
            let kid = tokens.first().and_then(|token| token.kid.as_deref());
            let key = kid.map(|kid| signing_key::find(connection, kid)).transpose()?.flatten();
            let principal = if believed { super::principal::principal(connection, user)? } else { None };
            Ok(Followed {
                generation: read(connection)?,
                principal,
                tokens,
                retires_at: key.and_then(|key| key.retires_at),
                bound: super::user_quota::bound(connection, user)?,
                servers: super::server::all(connection, Viewer::of(user))?,
                rules: super::item_rule::all(connection)?,
                teams: super::team::all(connection)?,
                plans: super::setting::plans(connection)?,
                enforces_capabilities: super::setting::enforces_capabilities(connection)?,
            })
        })
        .await
    }
}

pub(super) fn read(connection: &Connection) -> Result<Generation, StoreError> {
    let mut statement = connection.prepare_cached("SELECT sum(number) FROM generation")?;
    Ok(Generation(statement.query_row([], |row| row.get(0))?))
}
