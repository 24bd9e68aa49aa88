//! Who may own something that a team has.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::guard::Guard;
use super::{Store, StoreError};
use crate::core::model::{Server, TeamId, UserId};

impl Store {
    /// Whether the user may own something in the team at `now`: they may act, and are in it.
    pub async fn may_own(&self, team: TeamId, user: UserId, now: Timestamp) -> Result<bool, StoreError> {
        self.read(move |connection| may_own(connection, team, user, now)).await
    }
}

fn may_own(connection: &Connection, team: TeamId, user: UserId, now: Timestamp) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM membership JOIN user ON user.id = user_id
               WHERE team_id = ?1 AND user_id = ?2 AND status = 'active'
               AND (expires_at IS NULL OR expires_at > ?3)";
    let key = params![team.to_string(), user.to_string(), now.as_millisecond()];
    Ok(connection.prepare_cached(sql)?.exists(key)?)
}

/// Refuses a server that is given to somebody who may not own it where it is, or taken where its owner may not.
pub(super) fn require(
    connection: &Connection,
    before: &Server,
    server: &Server,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (old, new) = (&before.belonging, &server.belonging);
    if (old.owner, old.team) == (new.owner, new.team) || may_own(connection, new.team, new.owner, now)? {
        return Ok(());
    }
    Err(Guard::NoOwner { server: server.name.clone(), who: "its owner".to_owned() }.into())
}
