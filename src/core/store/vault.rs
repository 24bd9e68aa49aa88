//! The table `vault_key`.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::server::timestamp;
use super::{Store, StoreError};
use crate::core::model::{Derivation, KeyId, MasterSource, Sealed, ServerId, WrappedKey};

impl Store {
    /// The wrapped data key; `None` before the first secret.
    pub async fn vault_key(&self) -> Result<Option<WrappedKey>, StoreError> {
        self.read(read).await
    }

    /// Keeps the first data key, and returns the one that is kept: another process may have been faster.
    pub async fn create_vault_key(&self, key: WrappedKey) -> Result<WrappedKey, StoreError> {
        self.write(move |transaction| {
            if let Some(present) = read(transaction)? {
                return Ok(present);
            }
            write(transaction, &key)?;
            Ok(key)
        })
        .await
    }

    /// How many values are sealed.
    pub async fn sealed_values(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            Ok(connection.query_row("SELECT count(*) FROM server_env", [], |row| row.get(0))?)
        })
        .await
    }

    /// Replaces how the data key `key.id` is wrapped, unless it has been replaced itself.
    pub async fn rewrap_vault_key(&self, key: WrappedKey) -> Result<(), StoreError> {
        self.write(move |transaction| {
            require_current(transaction, key.id)?;
            write(transaction, &key)
        })
        .await
    }
}

impl Store {
    /// Replaces the data key `old` by `new`, and every sealed value by what `reseal` makes of it (server, variable, value), all
    /// in one transaction: whatever happens, all values are sealed under the key that the row wraps. Returns how many there are.
    ///
    /// A value that `reseal` gives up on keeps everything as it was.
    pub async fn replace_vault_key(
        &self,
        old: KeyId,
        new: WrappedKey,
        reseal: impl Fn(ServerId, &str, &Sealed) -> Option<Sealed> + Send + 'static,
    ) -> Result<usize, StoreError> {
        self.write(move |transaction| {
            require_current(transaction, old)?;
            let all = variables(transaction)?;
            let mut update =
                transaction.prepare("UPDATE server_env SET value = ?3 WHERE server_id = ?1 AND name = ?2")?;
            for (server, name, sealed) in &all {
                let anew = reseal(*server, name, sealed).ok_or_else(|| {
                    damaged(format!("the variable {name} of the server {server} can't be opened"))
                })?;
                update.execute((server.to_string(), name, anew.as_bytes()))?;
            }
            write(transaction, &new)?;
            Ok(all.len())
        })
        .await
    }
}

fn variables(connection: &Connection) -> Result<Vec<(ServerId, String, Sealed)>, StoreError> {
    let mut statement = connection.prepare("SELECT server_id, name, value FROM server_env")?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id = ServerId::parse(&row.get::<_, String>(0)?)
            .ok_or_else(|| damaged("a server's id is none".to_owned()))?;
        let sealed =
            Sealed::from_bytes(row.get(2)?).ok_or_else(|| damaged("a sealed value is none".to_owned()))?;
        all.push((id, row.get(1)?, sealed));
    }
    Ok(all)
}

fn damaged(what: String) -> StoreError {
    StoreError::Unreadable { table: "server_env", what }
}

/// Refuses what was sealed under a key that has been replaced meanwhile.
pub(super) fn require_current(connection: &Connection, id: KeyId) -> Result<(), StoreError> {
    match read(connection)? {
        Some(key) if key.id == id => Ok(()),
        _ => Err(StoreError::KeyChanged),
    }
}

fn read(connection: &Connection) -> Result<Option<WrappedKey>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, source, salt, memory_kib, passes, lanes, key_check, nonce, wrapped, created_at FROM vault_key",
    )?;
    let row = statement.query_row([], |row| {
        Ok((source(row)?, row.get(0)?, row.get(6)?, row.get(7)?, row.get(8)?, timestamp(row, 9)?))
    });
    let Some((source, id, check, nonce, wrapped, created_at)) = row.optional()? else { return Ok(None) };
    let source = source.ok_or_else(|| StoreError::Unreadable {
        table: "vault_key",
        what: "the source of the master key is unknown".to_owned(),
    })?;
    Ok(Some(WrappedKey { id: KeyId(id), source, check, nonce, wrapped, created_at }))
}

fn source(row: &Row<'_>) -> rusqlite::Result<Option<MasterSource>> {
    Ok(match row.get::<_, String>(1)?.as_str() {
        "os" => Some(MasterSource::Os),
        "file" => Some(MasterSource::File),
        "passphrase" => Some(MasterSource::Passphrase(Derivation {
            salt: row.get(2)?,
            memory_kib: row.get(3)?,
            passes: row.get(4)?,
            lanes: row.get(5)?,
        })),
        _ => None,
    })
}

fn write(transaction: &Transaction<'_>, key: &WrappedKey) -> Result<(), StoreError> {
    let derivation = match key.source {
        MasterSource::Passphrase(derivation) => Some(derivation),
        MasterSource::Os | MasterSource::File => None,
    };
    transaction.execute(
        "INSERT OR REPLACE INTO vault_key VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            key.id.0,
            key.source.name(),
            derivation.map(|d| d.salt),
            derivation.map(|d| d.memory_kib),
            derivation.map(|d| d.passes),
            derivation.map(|d| d.lanes),
            key.check,
            key.nonce,
            key.wrapped,
            key.created_at.as_millisecond(),
        ],
    )?;
    Ok(())
}
