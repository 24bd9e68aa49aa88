//! The table `secret`.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Params, Row, Transaction, named_params, params};

use super::handle::Viewer;
use super::server::{broken, id, timestamp};
use super::{Store, StoreError, deed};
use crate::core::model::{
    Act, Belonging, NamedSecret, Sealed, SecretId, SecretKind, SecretName, TeamId, UserId, Visibility,
};

/// What is private or public belongs to no team in the table: it has its owner's.
const SELECT: &str =
    "SELECT id, name, kind, coalesce(value, command), revision, created_at, updated_at, owner_id,
                      coalesce(team_id, (SELECT personal_team FROM user WHERE user.id = owner_id)), visibility
                      FROM secret";

/// That a secret is the user's own whose id is the first parameter; nothing: the person's whose store it is.
const OWN: &str =
    "visibility = 'private' AND owner_id = coalesce(?1, (SELECT value FROM meta WHERE key = 'local_owner'))";

impl Store {
    /// All secrets, by name; of one name the own ones of users first, then those of teams, then the public one.
    pub async fn secrets(&self) -> Result<Vec<NamedSecret>, StoreError> {
        self.read(|connection| {
            all(connection, &format!("{SELECT} ORDER BY name, visibility = 'public', visibility, id"), [])
        })
        .await
    }

    /// All secrets of that name.
    pub async fn secrets_named(&self, name: &SecretName) -> Result<Vec<NamedSecret>, StoreError> {
        let name = name.clone();
        self.read(move |connection| {
            all(connection, &format!("{SELECT} WHERE name = ?1 ORDER BY id"), [name.as_str()])
        })
        .await
    }

    /// The secret of that name among those that belong like this.
    pub async fn secret(
        &self,
        belonging: Belonging,
        name: &SecretName,
    ) -> Result<Option<NamedSecret>, StoreError> {
        let name = name.clone();
        self.read(move |connection| find_among(connection, &belonging, &name)).await
    }

    /// The secret of that id.
    pub async fn secret_by_id(&self, id: SecretId) -> Result<Option<NamedSecret>, StoreError> {
        self.read(move |connection| by_id(connection, id)).await
    }

    /// Keeps `secret`: a new one, or one that `replaces` what its row holds. `false`, and nothing is changed, when that is
    /// not how it is any more: somebody else has made or removed it.
    pub async fn keep_secret(
        &self,
        act: Act,
        secret: NamedSecret,
        replaces: bool,
    ) -> Result<bool, StoreError> {
        self.audited(act, move |transaction| {
            super::vault::require_current(transaction, secret.sealed.key())?;
            let kept = if replaces { replace(transaction, &secret)? } else { insert(transaction, &secret)? };
            if secret.kind == SecretKind::Exec {
                // A command runs for its owner alone.
                super::lend::take_back(transaction, secret.id)?;
            }
            let deed = kept.then(|| deed::of_secret(&secret).with("replaces", replaces));
            Ok((kept, deed))
        })
        .await
    }

    /// Removes the secret of that id, and returns what it was. One that servers use stays, unless that was `forced`.
    pub async fn remove_secret(
        &self,
        act: Act,
        secret: &NamedSecret,
        forced: bool,
    ) -> Result<NamedSecret, StoreError> {
        let (id, name) = (secret.id, secret.name.clone());
        self.audited(act, move |transaction| {
            let secret = by_id(transaction, id)?.ok_or(StoreError::NoSecret(name))?;
            let users = super::grant::all_users(transaction)?.remove(&secret.id).unwrap_or_default();
            if !users.is_empty() && !forced {
                // Whose names these are to know is not known here.
                return Err(StoreError::SecretUsed { secret: secret.name, users: Vec::new(), others: true });
            }
            transaction.execute("DELETE FROM secret WHERE id = ?1", [secret.id.to_string()])?;
            let users = super::grant::names(transaction, &users)?;
            let deed = deed::of_secret(&secret).with("used_by", users);
            Ok((secret, Some(deed)))
        })
        .await
    }
}

fn insert(transaction: &Transaction<'_>, secret: &NamedSecret) -> Result<bool, StoreError> {
    let (value, command) = columns(secret);
    let belonging = &secret.belonging;
    let visibility = belonging.visibility.unwrap_or(Visibility::Private);
    let team = Some(belonging.team).filter(|_| visibility == Visibility::Team);
    let inserted = transaction.execute(
        "INSERT INTO secret (id, name, kind, value, command, revision, created_at, updated_at, owner_id, team_id,
                             visibility)
         SELECT :id, :name, :kind, :value, :command, :revision, :created_at, :updated_at, :owner, :team, :visibility
         WHERE :team IS NULL OR EXISTS (SELECT 1 FROM team WHERE id = :team)",
        named_params! {
            ":id": secret.id.to_string(),
            ":name": secret.name.as_str(),
            ":kind": secret.kind.name(),
            ":value": value,
            ":command": command,
            ":revision": secret.revision,
            ":created_at": secret.created_at.as_millisecond(),
            ":updated_at": secret.updated_at.as_millisecond(),
            ":owner": belonging.owner.to_string(),
            ":team": team.map(|team| team.to_string()),
            ":visibility": visibility.name(),
        },
    );
    match inserted {
        Ok(1) => Ok(true),
        // The team was deleted since it was decided that it may have secrets.
        Ok(_) => Err(StoreError::RightsChanged),
        Err(error)
            if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
                && find_among(transaction, belonging, &secret.name)?.is_some() =>
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

/// The own secret that `viewer` calls so.
pub(super) fn find(
    connection: &Connection,
    viewer: Viewer,
    name: &SecretName,
) -> Result<Option<NamedSecret>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE {OWN} AND name = ?2"))?;
    Ok(statement.query_row((viewer.id(), name.as_str()), read_row).optional()?)
}

/// The secret of that name among those that belong like this.
fn find_among(
    connection: &Connection,
    belonging: &Belonging,
    name: &SecretName,
) -> Result<Option<NamedSecret>, StoreError> {
    let (among, id) = match belonging.visibility {
        Some(Visibility::Private) => {
            ("visibility = 'private' AND owner_id = ?2", belonging.owner.to_string())
        }
        Some(Visibility::Team) => ("visibility = 'team' AND team_id = ?2", belonging.team.to_string()),
        Some(Visibility::Public) => ("visibility = 'public' AND ?2 = ''", String::new()),
        None => return Ok(None),
    };
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE name = ?1 AND {among}"))?;
    Ok(statement.query_row((name.as_str(), id), read_row).optional()?)
}

/// The secret of that id.
pub(super) fn by_id(connection: &Connection, id: SecretId) -> Result<Option<NamedSecret>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
    Ok(statement.query_row([id.to_string()], read_row).optional()?)
}

fn all(connection: &Connection, sql: &str, params: impl Params) -> Result<Vec<NamedSecret>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map(params, read_row)?.collect::<Result<_, _>>()?)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<NamedSecret> {
    Ok(NamedSecret {
        id: SecretId::parse(&row.get::<_, String>(0)?).ok_or_else(|| broken(0, std::fmt::Error))?,
        belonging: Belonging {
            owner: id(row, 7, UserId::parse)?,
            team: id(row, 8, TeamId::parse)?,
            visibility: Visibility::parse(row.get_ref(9)?.as_str()?),
        },
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
