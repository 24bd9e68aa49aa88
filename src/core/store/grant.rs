//! The table `secret_grant`, and who uses a secret.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, params};

use super::secret::find;
use super::server::{find_by_id, id};
use super::{Store, StoreError, deed};
use crate::core::model::{Act, SecretId, SecretName, Server, ServerId, Target, command_hash};

impl Store {
    /// Lets the server have the secret as `secret://me/NAME`, as long as its command is what it is now, or no longer. The server
    /// must have such a reference to be granted it. Returns whether that changed anything.
    pub async fn grant_secret(
        &self,
        act: Act,
        secret: &SecretName,
        server: &Server,
        granted: bool,
    ) -> Result<bool, StoreError> {
        let (secret, id, name, viewer) = (secret.clone(), server.id, server.name.clone(), self.viewer());
        let at = act.at;
        self.audited(act, move |transaction| {
            let found =
                find(transaction, viewer, &secret)?.ok_or_else(|| StoreError::NoSecret(secret.clone()))?;
            let server = find_by_id(transaction, viewer, id)?.ok_or(StoreError::NoServer(name))?;
            let changed = if granted {
                grant(transaction, found.id, &secret, &server, at)?
            } else {
                revoke(transaction, found.id, &server)?
            };
            let deed = deed::of_secret(&found).with("server", server.name.as_str());
            Ok((changed, changed.then(|| deed.with("server_id", server.id.to_string()))))
        })
        .await
    }

    /// The servers that use each secret: those that are bound to it, and those that it was granted or lent to.
    pub async fn secret_users(&self) -> Result<BTreeMap<SecretId, Vec<ServerId>>, StoreError> {
        self.read(all_users).await
    }
}

fn grant(
    transaction: &Transaction<'_>,
    id: SecretId,
    name: &SecretName,
    server: &Server,
    at: Timestamp,
) -> Result<bool, StoreError> {
    if !server.launch.references.iter().any(|reference| reference.target == Target::Mine(name.clone())) {
        return Err(StoreError::NotAsked { secret: name.clone(), server: server.name.clone() });
    }
    let command = command_hash(&server.launch);
    let changed = transaction.execute(
        "INSERT INTO secret_grant VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET command = ?3, created_at = ?4 WHERE command <> ?3",
        params![id.to_string(), server.id.to_string(), command.0, at.as_millisecond()],
    )?;
    Ok(changed > 0)
}

fn revoke(transaction: &Transaction<'_>, id: SecretId, server: &Server) -> Result<bool, StoreError> {
    let sql = "DELETE FROM secret_grant WHERE secret_id = ?1 AND server_id = ?2";
    Ok(transaction.execute(sql, [id.to_string(), server.id.to_string()])? > 0)
}

/// Drops what was granted to `server` when it had another command.
pub(super) fn drop_outdated(transaction: &Transaction<'_>, server: &Server) -> Result<(), StoreError> {
    transaction.execute(
        "DELETE FROM secret_grant WHERE server_id = ?1 AND command <> ?2",
        params![server.id.to_string(), command_hash(&server.launch).0],
    )?;
    Ok(())
}

pub(super) fn all_users(connection: &Connection) -> Result<BTreeMap<SecretId, Vec<ServerId>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT secret_id, server_id FROM server_reference WHERE secret_id IS NOT NULL
         UNION SELECT secret_id, server_id FROM secret_grant
         UNION SELECT secret_id, server_id FROM secret_lend",
    )?;
    let mut rows = statement.query([])?;
    let mut users: BTreeMap<SecretId, Vec<ServerId>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (secret, server) = (id(row, 0, SecretId::parse)?, id(row, 1, ServerId::parse)?);
        users.entry(secret).or_default().push(server);
    }
    Ok(users)
}

/// What these servers are called, in order.
pub(super) fn names(connection: &Connection, servers: &[ServerId]) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT name FROM server WHERE id = ?1")?;
    let name = |server: &ServerId| statement.query_row([server.to_string()], |row| row.get(0));
    let mut names = servers.iter().map(name).collect::<Result<Vec<String>, _>>()?;
    names.sort();
    Ok(names)
}
