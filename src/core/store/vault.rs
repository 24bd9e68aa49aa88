//! The table `vault_key`.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::server::timestamp;
use super::{Store, StoreError, deed};
use crate::core::model::{Act, Derivation, KeyId, MasterSource, WrappedKey};

impl Store {
    /// The wrapped data key; `None` before the first secret.
    pub async fn vault_key(&self) -> Result<Option<WrappedKey>, StoreError> {
        self.read(read).await
    }

    /// Keeps the first data key, and returns the one that is kept: another process may have been faster. Without an `act` it is
    /// made because something is sealed, which is an act of its own.
    pub async fn create_vault_key(
        &self,
        act: Option<Act>,
        key: WrappedKey,
    ) -> Result<WrappedKey, StoreError> {
        let create = move |transaction: &Transaction<'_>| {
            if let Some(present) = read(transaction)? {
                return Ok((present, None));
            }
            write(transaction, &key)?;
            let deed = deed::of_vault(&key);
            Ok((key, Some(deed)))
        };
        match act {
            Some(act) => self.audited(act, create).await,
            None => self.write(move |transaction| Ok(create(transaction)?.0)).await,
        }
    }

    /// Replaces `old` by `new`, which wraps the same data key. When `old` is not what is kept any more, nothing changes:
    /// `new` was made from what somebody else has replaced.
    pub async fn rewrap_vault_key(
        &self,
        act: Act,
        old: WrappedKey,
        new: WrappedKey,
    ) -> Result<(), StoreError> {
        self.audited(act, move |transaction| {
            require_unchanged(transaction, &old)?;
            write(transaction, &new)?;
            Ok(((), Some(deed::of_vault(&new).with("keeper_before", old.source.name()))))
        })
        .await
    }
}

/// Refuses what was made from a wrapped key that has been replaced meanwhile, be it only wrapped anew: the master key of
/// before may be gone.
pub(super) fn require_unchanged(connection: &Connection, old: &WrappedKey) -> Result<(), StoreError> {
    if read(connection)?.as_ref() == Some(old) { Ok(()) } else { Err(StoreError::KeyChanged) }
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

pub(super) fn write(transaction: &Transaction<'_>, key: &WrappedKey) -> Result<(), StoreError> {
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
