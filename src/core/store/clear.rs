//! The table `server_env_clear`: what an earlier version kept in clear, until it is sealed.

use std::io::Write as _;
use std::path::Path;

use rusqlite::Transaction;

use super::migration::backup_file;
use super::{Store, StoreError};
use crate::core::model::{EnvValue, Secret, ServerId};

/// The last schema version that kept variables in clear.
const LAST_CLEAR: i64 = 2;

/// A variable in clear: server, name, value.
pub(super) type ClearVariable = (ServerId, String, Secret<Vec<u8>>);

impl Store {
    /// The variables that stand in clear: none once they have been sealed.
    pub async fn clear_variables(&self) -> Result<Vec<ClearVariable>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare("SELECT server_id, name, value FROM server_env_clear")?;
            let mut rows = statement.query([])?;
            let mut all = Vec::new();
            while let Some(row) = rows.next()? {
                let id: String = row.get(0)?;
                let id = ServerId::parse(&id).ok_or_else(|| StoreError::Unreadable {
                    table: "server_env_clear",
                    what: "a server's id is none".to_owned(),
                })?;
                all.push((id, row.get(1)?, Secret::new(row.get(2)?)));
            }
            Ok(all)
        })
        .await
    }

    /// Keeps the sealed form of what stands in clear, and leaves no copy of that: the rows are overwritten, the
    /// file and its log are rewritten, and the backups that hold it are deleted.
    pub async fn replace_clear_variables(
        &self,
        sealed: Vec<(ServerId, String, EnvValue)>,
    ) -> Result<(), StoreError> {
        self.write(move |transaction| {
            insert(transaction, &sealed)?;
            transaction.execute("DELETE FROM server_env_clear", [])?;
            Ok(())
        })
        .await?;
        self.rewrite().await?;
        for version in 1..=LAST_CLEAR {
            shred(&backup_file(self.file(), version))?;
        }
        Ok(())
    }
}

fn insert(transaction: &Transaction<'_>, all: &[(ServerId, String, EnvValue)]) -> Result<(), StoreError> {
    // Only what still stands in clear: another process may have sealed it and somebody set it anew.
    let sql = "INSERT OR IGNORE INTO server_env SELECT ?1, ?2, ?3, ?4
               WHERE EXISTS (SELECT 1 FROM server_env_clear WHERE server_id = ?1 AND name = ?2)";
    let mut statement = transaction.prepare(sql)?;
    for (server, name, value) in all {
        let EnvValue::Sealed { sealed, revision } = value else { continue };
        super::vault::require_current(transaction, sealed.key())?;
        statement.execute((server.to_string(), name, sealed.as_bytes(), revision))?;
    }
    Ok(())
}

/// Overwrites a file and deletes it, if it is there. On file systems that write elsewhere the overwriting is in vain.
fn shred(file: &Path) -> Result<(), StoreError> {
    let length = match std::fs::metadata(file) {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(StoreError::io(file)(error)),
    };
    let overwrite = || {
        let mut open = std::fs::OpenOptions::new().write(true).open(file)?;
        std::io::copy(&mut std::io::Read::take(std::io::repeat(0), length), &mut open)?;
        open.flush()?;
        open.sync_all()?;
        std::fs::remove_file(file)
    };
    overwrite().map_err(StoreError::io(file))
}
