//! The table `secret`.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, Transaction, params};

use super::handle::Viewer;
use super::server::{broken, timestamp};
use super::{Store, StoreError, deed};
use crate::core::model::{Act, NamedSecret, Sealed, SecretId, SecretKind, SecretName};

const SELECT: &str =
    "SELECT id, name, kind, coalesce(value, command), revision, created_at, updated_at FROM secret";

/// That a secret is the user's whose id is the first parameter; nothing: the person's whose store it is.
const OWN: &str =
    "team_id IS NULL AND owner_id = coalesce(?1, (SELECT value FROM meta WHERE key = 'local_owner'))";

impl Store {
    /// All secrets of the user that this handle is for, by name.
    pub async fn secrets(&self) -> Result<Vec<NamedSecret>, StoreError> {
        let viewer = self.viewer();
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE {OWN} ORDER BY name"))?;
            Ok(statement.query_map([viewer.id()], read_row)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The secret of that name.
    pub async fn secret(&self, name: &SecretName) -> Result<Option<NamedSecret>, StoreError> {
        let (name, viewer) = (name.clone(), self.viewer());
        self.read(move |connection| find(connection, viewer, &name)).await
    }

    /// Keeps `secret`: a new one, or one that `replaces` what its row holds. `false`, and nothing is changed, when that is
    /// not how it is any more: somebody else has made or removed it.
    pub async fn keep_secret(
        &self,
        act: Act,
        secret: NamedSecret,
        replaces: bool,
    ) -> Result<bool, StoreError> {
        let viewer = self.viewer();
        self.audited(act, move |transaction| {
            super::vault::require_current(transaction, secret.sealed.key())?;
            let kept =
                if replaces { replace(transaction, &secret)? } else { insert(transaction, viewer, &secret)? };
            let deed = kept.then(|| deed::of_secret(&secret).with("replaces", replaces));
            Ok((kept, deed))
        })
        .await
    }

    /// Removes the secret of that name, and returns what it was. One that servers use stays, unless that was `forced`.
    pub async fn remove_secret(
        &self,
        act: Act,
        name: &SecretName,
        forced: bool,
    ) -> Result<NamedSecret, StoreError> {
        let (name, viewer) = (name.clone(), self.viewer());
        self.audited(act, move |transaction| {
            let secret = find(transaction, viewer, &name)?.ok_or(StoreError::NoSecret(name))?;
            let users = super::grant::all_users(transaction)?.remove(&secret.id).unwrap_or_default();
            if !users.is_empty() && !forced {
                return Err(StoreError::SecretUsed { secret: secret.name, users });
            }
            transaction.execute("DELETE FROM secret WHERE id = ?1", [secret.id.to_string()])?;
            let users: Vec<_> = users.iter().map(ToString::to_string).collect();
            let deed = deed::of_secret(&secret).with("used_by", users);
            Ok((secret, Some(deed)))
        })
        .await
    }
}

fn insert(transaction: &Transaction<'_>, viewer: Viewer, secret: &NamedSecret) -> Result<bool, StoreError> {
    let (value, command) = columns(secret);
    let inserted = transaction.execute(
        "INSERT INTO secret (id, name, kind, value, command, revision, created_at, updated_at, owner_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
                 coalesce(?9, (SELECT value FROM meta WHERE key = 'local_owner')))",
        params![
            secret.id.to_string(),
            secret.name.as_str(),
            secret.kind.name(),
            value,
            command,
            secret.revision,
            secret.created_at.as_millisecond(),
            secret.updated_at.as_millisecond(),
            viewer.id(),
        ],
    );
    match inserted {
        Ok(_) => Ok(true),
        Err(error)
            if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
                && find(transaction, viewer, &secret.name)?.is_some() =>
        {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

fn replace(transaction: &Transaction<'_>, secret: &NamedSecret) -> Result<bool, StoreError> {
    let (value, command) = columns(secret);
    let replaced = transaction.execute(
        "UPDATE secret SET kind = ?2, value = ?3, command = ?4, revision = ?5, updated_at = ?6
         WHERE id = ?1 AND name = ?7",
        params![
            secret.id.to_string(),
            secret.kind.name(),
            value,
            command,
            secret.revision,
            secret.updated_at.as_millisecond(),
            secret.name.as_str(),
        ],
    )?;
    Ok(replaced == 1)
}

/// The contents of the columns `value` and `command`.
fn columns(secret: &NamedSecret) -> (Option<&[u8]>, Option<&[u8]>) {
    let sealed = Some(secret.sealed.as_bytes());
    match secret.kind {
        SecretKind::Value => (sealed, None),
        SecretKind::Exec => (None, sealed),
    }
}

/// The secret that `viewer` calls so.
pub(super) fn find(
    connection: &Connection,
    viewer: Viewer,
    name: &SecretName,
) -> Result<Option<NamedSecret>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE {OWN} AND name = ?2"))?;
    Ok(statement.query_row((viewer.id(), name.as_str()), read_row).optional()?)
}

/// The secret of that id, if it is `viewer`'s.
pub(super) fn find_own(
    connection: &Connection,
    viewer: Viewer,
    id: SecretId,
) -> Result<Option<NamedSecret>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE {OWN} AND id = ?2"))?;
    Ok(statement.query_row((viewer.id(), id.to_string()), read_row).optional()?)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<NamedSecret> {
    Ok(NamedSecret {
        id: SecretId::parse(&row.get::<_, String>(0)?).ok_or_else(|| broken(0, std::fmt::Error))?,
        name: SecretName::parse(&row.get::<_, String>(1)?).map_err(|error| broken(1, error))?,
        kind: match row.get::<_, String>(2)?.as_str() {
            "exec" => SecretKind::Exec,
            _ => SecretKind::Value,
        },
        sealed: Sealed::from_bytes(row.get(3)?).ok_or_else(|| broken(3, std::fmt::Error))?,
        revision: row.get(4)?,
        created_at: timestamp(row, 5)?,
        updated_at: timestamp(row, 6)?,
    })
}
