//! All columns of sealed values, for what concerns them all: a new key, and how many there are.

use rusqlite::Connection;

use super::vault::{require_unchanged, write};
use super::{Store, StoreError, deed};
use crate::core::model::{Act, Sealed, SealedColumn, WrappedKey};

/// A sealed value, where it stands, and words for it.
struct Row {
    key: String,
    sealed: Sealed,
    words: String,
}

impl Store {
    /// How many values are sealed that somebody has given.
    pub async fn sealed_values(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            let count = |column: SealedColumn| {
                let sql = format!("SELECT count({}) FROM {}", column.column(), column.table());
                connection.query_row(&sql, [], |row| row.get::<_, i64>(0))
            };
            Ok(SealedColumn::ALL
                .into_iter()
                .filter(|column| column.is_given())
                .map(count)
                .sum::<Result<i64, _>>()?)
        })
        .await
    }

    /// Replaces the data key `old` by `new`, and every sealed value by what `reseal` makes of it (column, row, value), all in
    /// one transaction: whatever happens, all values are sealed under the key that the row wraps. Returns how many of them somebody
    /// has given.
    ///
    /// A value that `reseal` gives up on keeps everything as it was.
    pub async fn replace_vault_key(
        &self,
        act: Act,
        old: WrappedKey,
        new: WrappedKey,
        reseal: impl Fn(SealedColumn, &str, &Sealed) -> Option<Sealed> + Send + 'static,
    ) -> Result<usize, StoreError> {
        self.audited(act, move |transaction| {
            require_unchanged(transaction, &old)?;
            let mut count = 0;
            for column in SealedColumn::ALL {
                let mut update = transaction.prepare(update(column))?;
                for row in rows(transaction, column)? {
                    let anew = reseal(column, &row.key, &row.sealed)
                        .ok_or_else(|| damaged(column, format!("{} can't be opened", row.words)))?;
                    update.execute((&row.key, anew.as_bytes()))?;
                    count += usize::from(column.is_given());
                }
            }
            write(transaction, &new)?;
            Ok((count, Some(deed::of_vault(&new).with("values", count))))
        })
        .await
    }
}

/// Gives key, value and words of each row.
fn select(column: SealedColumn) -> &'static str {
    match column {
        SealedColumn::ServerVariable => {
            "SELECT server_id || '/' || name, value, 'the variable ' || name || ' of the server ' || server_id
             FROM server_env"
        }
        SealedColumn::ServerHeader => {
            "SELECT server_id || '/' || name, value, 'the header ' || name || ' of the server ' || server_id
             FROM server_header"
        }
        SealedColumn::SecretValue => {
            "SELECT id, value, 'the secret ' || name FROM secret WHERE value IS NOT NULL"
        }
        SealedColumn::SecretCommand => {
            "SELECT id, command, 'the command of the secret ' || name FROM secret WHERE command IS NOT NULL"
        }
        SealedColumn::SigningKey => "SELECT kid, secret, 'the signing key ' || kid FROM signing_key",
        SealedColumn::ProfileToken => "SELECT name, secret, 'the token of the profile ' || name FROM profile",
        SealedColumn::AuditKey => "SELECT CAST(id AS TEXT), secret, 'the key of the audit' FROM audit_key",
    }
}

/// Replaces the value of the row with this key. A server's id is 36 characters long.
fn update(column: SealedColumn) -> &'static str {
    match column {
        SealedColumn::ServerVariable => {
            "UPDATE server_env SET value = ?2 WHERE server_id = substr(?1, 1, 36) AND name = substr(?1, 38)"
        }
        SealedColumn::ServerHeader => {
            "UPDATE server_header SET value = ?2 WHERE server_id = substr(?1, 1, 36) AND name = substr(?1, 38)"
        }
        SealedColumn::SecretValue => "UPDATE secret SET value = ?2 WHERE id = ?1",
        SealedColumn::SecretCommand => "UPDATE secret SET command = ?2 WHERE id = ?1",
        SealedColumn::SigningKey => "UPDATE signing_key SET secret = ?2 WHERE kid = ?1",
        SealedColumn::ProfileToken => "UPDATE profile SET secret = ?2 WHERE name = ?1",
        SealedColumn::AuditKey => "UPDATE audit_key SET secret = ?2 WHERE id = ?1",
    }
}

fn rows(connection: &Connection, column: SealedColumn) -> Result<Vec<Row>, StoreError> {
    let mut statement = connection.prepare(select(column))?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let words = row.get(2)?;
        let sealed = Sealed::from_bytes(row.get(1)?)
            .ok_or_else(|| damaged(column, format!("{words} is no sealed value")))?;
        all.push(Row { key: row.get(0)?, sealed, words });
    }
    Ok(all)
}

fn damaged(column: SealedColumn, what: String) -> StoreError {
    StoreError::Unreadable { table: column.table(), what }
}
