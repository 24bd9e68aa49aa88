//! The tables `audit_key` and `audit_head`.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::server::broken;
use super::{Store, StoreError};
use crate::core::model::{AuditKey, Hash, Link, Sealed, SignedHead};

impl Store {
    /// The key that signs heads; `None` before the first one.
    pub async fn audit_key(&self) -> Result<Option<AuditKey>, StoreError> {
        self.read(key).await
    }

    /// Keeps the first key, and returns the one that is kept: another process may have been faster.
    pub async fn create_audit_key(&self, new: AuditKey) -> Result<AuditKey, StoreError> {
        self.write(move |transaction| {
            if let Some(present) = key(transaction)? {
                return Ok(present);
            }
            super::vault::require_current(transaction, new.secret.key())?;
            let sql = "INSERT INTO audit_key VALUES (1, ?1, ?2)";
            transaction.execute(sql, (new.public, new.secret.as_bytes()))?;
            Ok(new)
        })
        .await
    }

    /// All heads that were signed, the oldest first. One that can't be read bears no signature of anybody.
    pub async fn audit_heads(&self) -> Result<Vec<SignedHead>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT seq, hash, signed_at, signature FROM audit_head ORDER BY seq";
            let mut statement = connection.prepare(sql)?;
            let heads = statement.query_map([], |row| {
                Ok(SignedHead {
                    link: Link { seq: row.get(0)?, hash: Hash(exactly(&row.get::<_, Vec<u8>>(1)?)) },
                    at: Timestamp::from_millisecond(row.get(2)?).unwrap_or_default(),
                    signature: exactly(&row.get::<_, Vec<u8>>(3)?),
                })
            })?;
            Ok(heads.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// When the last head was signed, and of which row.
    pub async fn last_audit_head(&self) -> Result<Option<(i64, Timestamp)>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT seq, signed_at FROM audit_head ORDER BY seq DESC LIMIT 1";
            let last = connection.query_row(sql, [], |row| {
                Ok((row.get(0)?, Timestamp::from_millisecond(row.get(1)?).unwrap_or_default()))
            });
            Ok(last.optional()?)
        })
        .await
    }

    /// Keeps a head; one of the same row gives way.
    pub async fn keep_audit_head(&self, head: SignedHead) -> Result<(), StoreError> {
        self.write(move |transaction| {
            let sql = "INSERT OR REPLACE INTO audit_head VALUES (?1, ?2, ?3, ?4)";
            let SignedHead { link, at, signature } = head;
            transaction.execute(sql, params![link.seq, link.hash.0, at.as_millisecond(), signature])?;
            Ok(())
        })
        .await
    }
}

fn key(connection: &Connection) -> Result<Option<AuditKey>, StoreError> {
    let row = connection.query_row("SELECT public, secret FROM audit_key", [], |row| {
        let secret = Sealed::from_bytes(row.get(1)?).ok_or_else(|| broken(1, std::fmt::Error))?;
        Ok(AuditKey { public: exactly(&row.get::<_, Vec<u8>>(0)?), secret })
    });
    Ok(row.optional()?)
}

/// `bytes`, if they are so many; else zeros.
fn exactly<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.try_into().unwrap_or([0; N])
}
