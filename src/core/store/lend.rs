//! The table `secret_lend`: secrets that servers have which more people may see.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use super::secret::by_id;
use super::server::find_by_id;
use super::{Store, StoreError, deed};
use crate::core::access::{Action, Operation, Principal, Row, Target, decide};
use crate::core::model::{
    Act, Borrower, Hash, NamedSecret, SecretId, Server, TeamStatus, Visibility, command_hash,
};

impl Store {
    /// Lends the secret to the server, as long as its command is what it is now, or takes that back. Returns whether that
    /// changed anything.
    pub async fn lend_secret(
        &self,
        act: Act,
        secret: &NamedSecret,
        server: &Server,
        lent: bool,
    ) -> Result<bool, StoreError> {
        let (secret, server, viewer) = (secret.clone(), server.clone(), self.viewer());
        let at = act.at.as_millisecond();
        self.audited(act, move |transaction| {
            let secret = by_id(transaction, secret.id)?.ok_or(StoreError::NoSecret(secret.name))?;
            let server =
                find_by_id(transaction, viewer, server.id)?.ok_or(StoreError::NoServer(server.name))?;
            let key = (secret.id.to_string(), server.id.to_string());
            let changed = if lent {
                transaction.execute(
                    "INSERT INTO secret_lend VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT DO UPDATE SET command = ?3, created_at = ?4 WHERE command <> ?3",
                    params![key.0, key.1, command_hash(&server.launch).0, at],
                )?
            } else {
                transaction.execute("DELETE FROM secret_lend WHERE secret_id = ?1 AND server_id = ?2", key)?
            };
            let deed = deed::of_secret(&secret)
                .with("server", server.name.as_str())
                .with("server_id", server.id.to_string());
            Ok((changed > 0, (changed > 0).then_some(deed)))
        })
        .await
    }

    /// Whether the secret was lent to the server with the command that it has.
    pub async fn is_lent(&self, secret: &NamedSecret, server: &Server) -> Result<bool, StoreError> {
        let (secret, borrower, command) =
            (secret.clone(), Borrower::of(server), command_hash(&server.launch));
        self.read(move |connection| is_lent(connection, None, &secret, &borrower, command)).await
    }
}

/// Takes the secret back from all servers.
pub(super) fn take_back(transaction: &Transaction<'_>, secret: SecretId) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM secret_lend WHERE secret_id = ?1", [secret.to_string()])?;
    Ok(())
}

/// Whether `borrower` may have `secret` though fewer may see it, while it has this `command`. What somebody has lent of their
/// own goes with their account, and with their sight of the server. Who acts may be one who could lend it anew.
pub(super) fn is_lent(
    connection: &Connection,
    acting: Option<&Principal>,
    secret: &NamedSecret,
    borrower: &Borrower,
    command: Hash,
) -> Result<bool, StoreError> {
    let sql = "SELECT lend.command FROM secret_lend AS lend JOIN secret ON secret.id = lend.secret_id
               WHERE lend.secret_id = ?1 AND lend.server_id = ?2 AND (
                   secret.visibility <> 'private' OR EXISTS (
                       SELECT 1 FROM user WHERE user.id = secret.owner_id AND user.status = 'active' AND (
                           ?3 OR EXISTS (
                               SELECT 1 FROM membership WHERE team_id = ?4 AND user_id = user.id
                               AND coalesce(expires_at > unixepoch('subsec') * 1000, 1)))))";
    let public = borrower.belonging.visibility == Some(Visibility::Public);
    let key = params![
        secret.id.to_string(),
        borrower.server.to_string(),
        public,
        borrower.belonging.team.to_string()
    ];
    let mut statement = connection.prepare_cached(sql)?;
    let lent = statement.query_row(key, |row| row.get::<_, [u8; 32]>(0)).optional()?;
    Ok(match lent.map(Hash) {
        None => false,
        Some(lent) if lent == command => true,
        Some(lent) => match (borrower.before, acting) {
            (Some((before, at)), Some(acting)) if before == lent => may_lend(connection, acting, secret, at)?,
            _ => false,
        },
    })
}

/// What was lent to `server` when it had another command goes, but what who acts could lend to it anew.
pub(super) fn follow_command(
    transaction: &Transaction<'_>,
    acting: Option<&Principal>,
    (before, server): (&Server, &Server),
    at: Timestamp,
) -> Result<(), StoreError> {
    let (old, new) = (command_hash(&before.launch), command_hash(&server.launch));
    if old == new {
        return Ok(());
    }
    let id = server.id.to_string();
    let mut lent = transaction
        .prepare_cached("SELECT secret_id FROM secret_lend WHERE server_id = ?1 AND command = ?2")?;
    let lent = lent.query_map(params![id, old.0], |row| row.get::<_, String>(0))?;
    for secret in lent.collect::<Result<Vec<_>, _>>()? {
        let Some(secret) = SecretId::parse(&secret) else { continue };
        let Some(secret) = by_id(transaction, secret)? else { continue };
        if let Some(acting) = acting
            && may_lend(transaction, acting, &secret, at)?
        {
            let sql = "UPDATE secret_lend SET command = ?3 WHERE secret_id = ?1 AND server_id = ?2";
            transaction.execute(sql, params![secret.id.to_string(), id, new.0])?;
        }
    }
    let outdated = "DELETE FROM secret_lend WHERE server_id = ?1 AND command <> ?2";
    transaction.execute(outdated, params![id, new.0])?;
    Ok(())
}

/// What was lent to `server` while fewer could use it goes, but what who acts could lend to it anew: its owner agreed to those.
pub(super) fn follow_audience(
    transaction: &Transaction<'_>,
    acting: Option<&Principal>,
    (before, server): (&Server, &Server),
    at: Timestamp,
) -> Result<(), StoreError> {
    let (old, new) = (&before.belonging, &server.belonging);
    let others =
        old.team != new.team || old.owner != new.owner && new.visibility == Some(Visibility::Private);
    if !others && new.visibility <= old.visibility {
        return Ok(());
    }
    let id = server.id.to_string();
    let mut lent = transaction.prepare_cached("SELECT secret_id FROM secret_lend WHERE server_id = ?1")?;
    let lent = lent.query_map([&id], |row| row.get::<_, String>(0))?;
    for secret in lent.collect::<Result<Vec<_>, _>>()? {
        let known = SecretId::parse(&secret).map(|id| by_id(transaction, id)).transpose()?.flatten();
        let keeps = match (acting, known) {
            (Some(acting), Some(known)) => may_lend(transaction, acting, &known, at)?,
            _ => false,
        };
        if !keeps {
            let sql = "DELETE FROM secret_lend WHERE server_id = ?1 AND secret_id = ?2";
            transaction.execute(sql, [&id, &secret])?;
        }
    }
    Ok(())
}

fn may_lend(
    connection: &Connection,
    acting: &Principal,
    secret: &NamedSecret,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let teams = super::team::all(connection)?;
    let status = teams.get(&secret.belonging.team).map_or(TeamStatus::Suspended, |team| team.status);
    let target = Target::Row(Row::of_secret(secret, status));
    Ok(decide(acting, Action::Operation(Operation::SecretLend), &target, at).is_allowed())
}
