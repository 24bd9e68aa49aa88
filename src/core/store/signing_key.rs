//! The table `signing_key`.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::principal::time;
use super::server::{broken, timestamp};
use super::{Attempt, Store, StoreError};
use crate::core::access::Target;
use crate::core::model::{Act, Algorithm, Deed, Sealed, SigningKey};

const SELECT: &str = "SELECT kid, algorithm, public, secret, signs, created_at, retires_at FROM signing_key";

impl Store {
    /// All keys, the newest first.
    pub async fn signing_keys(&self) -> Result<Vec<SigningKey>, StoreError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached(&format!("{SELECT} ORDER BY created_at DESC, kid"))?;
            Ok(statement.query_map([], read_row)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Signs with `key` from now on. Those before are believed until `overlap` at most; what retires earlier stays so.
    pub async fn rotate_signing_key(
        &self,
        act: Act,
        attempt: Attempt,
        key: SigningKey,
        overlap: Timestamp,
    ) -> Result<(), StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            attempt.still_allowed(transaction, &Target::Platform, now)?;
            if find(transaction, &key.kid)?.is_some() {
                return Err(StoreError::KeyKnown(key.kid));
            }
            let before = "UPDATE signing_key SET signs = 0, retires_at = min(coalesce(retires_at, ?1), ?1)";
            transaction.execute(before, [overlap.as_millisecond()])?;
            insert(transaction, &key)?;
            Ok(((), Some(deed(&key).with("overlap_until", overlap.to_string()))))
        })
        .await
    }

    /// Keeps the first key that signs, and returns the one that does: another process may have been faster.
    pub async fn first_signing_key(&self, act: Act, key: SigningKey) -> Result<SigningKey, StoreError> {
        self.audited(act, move |transaction| {
            if let Some(present) = current(transaction)? {
                return Ok((present, None));
            }
            insert(transaction, &key)?;
            let deed = deed(&key);
            Ok((key, Some(deed)))
        })
        .await
    }

    /// The key that signs.
    pub async fn signing_key(&self) -> Result<Option<SigningKey>, StoreError> {
        self.read(current).await
    }

    /// Tells that the secret half of a key was given away.
    pub async fn export_signing_key(&self, act: Act, key: &SigningKey) -> Result<(), StoreError> {
        let deed = deed(key).with("private", true);
        self.audited(act, move |_| Ok(((), Some(deed)))).await
    }
}

fn insert(transaction: &Transaction<'_>, key: &SigningKey) -> Result<(), StoreError> {
    super::vault::require_current(transaction, key.secret.key())?;
    transaction.execute(
        "INSERT INTO signing_key (kid, algorithm, public, secret, signs, created_at, retires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            key.kid,
            key.algorithm.name(),
            key.public,
            key.secret.as_bytes(),
            key.signs,
            key.created_at.as_millisecond(),
            key.retires_at.map(Timestamp::as_millisecond),
        ],
    )?;
    Ok(())
}

pub(super) fn find(connection: &Connection, kid: &str) -> Result<Option<SigningKey>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE kid = ?1"))?;
    Ok(statement.query_row([kid], read_row).optional()?)
}

fn current(connection: &Connection) -> Result<Option<SigningKey>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE signs = 1"))?;
    Ok(statement.query_row([], read_row).optional()?)
}

fn deed(key: &SigningKey) -> Deed {
    Deed::done("key", Some(key.kid.clone()), "").with("algorithm", key.algorithm.name())
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<SigningKey> {
    Ok(SigningKey {
        kid: row.get(0)?,
        algorithm: Algorithm::parse(row.get_ref(1)?.as_str()?).map_err(|error| broken(1, error))?,
        public: row.get(2)?,
        secret: Sealed::from_bytes(row.get(3)?).ok_or_else(|| broken(3, std::fmt::Error))?,
        signs: row.get(4)?,
        created_at: timestamp(row, 5)?,
        retires_at: time(row, 6)?,
    })
}
