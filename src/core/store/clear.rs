//! The table `server_env_clear`: what an earlier version kept in clear, until it is sealed.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use rusqlite::{Connection, OpenFlags, Transaction};

use super::handle::rewrite;
use super::migration::{LATEST, backup_file};
use super::{Store, StoreError};
use crate::core::model::{HiddenValue, Secret, ServerId};

/// The last schema version that kept variables in clear as a matter of course; later ones only what could not be sealed yet.
const LAST_CLEAR: i64 = 2;

/// A variable in clear: server, name, value.
pub(super) type ClearVariable = (ServerId, String, Secret<Vec<u8>>);

/// What an earlier version left in clear.
#[derive(Debug)]
pub struct Clear {
    /// The variables that still stand in clear: none once they have been sealed.
    pub variables: Vec<ClearVariable>,
    /// Whether copies of what has been sealed may be left.
    pub copies: bool,
}

impl Store {
    /// What stands in clear.
    pub async fn clear(&self) -> Result<Clear, StoreError> {
        self.read(|connection| {
            let marked = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'clear_copies')";
            let copies = connection.query_row(marked, [], |row| row.get(0))?;
            Ok(Clear { variables: variables(connection)?, copies })
        })
        .await
    }

    /// Keeps the sealed form of what stands in clear. Copies of that are left until [`Store::shred_clear_copies`].
    pub async fn replace_clear_variables(
        &self,
        sealed: Vec<(ServerId, String, HiddenValue)>,
    ) -> Result<(), StoreError> {
        self.write(move |transaction| {
            insert(transaction, &sealed)?;
            transaction.execute("DELETE FROM server_env_clear", [])?;
            // In the same transaction: whoever dies before the copies are gone leaves word of them.
            transaction.execute("INSERT OR REPLACE INTO meta VALUES ('clear_copies', 'left')", [])?;
            Ok(())
        })
        .await
    }

    /// Leaves no copy of what stood in clear: the file and its log are rewritten, and backups that hold it are overwritten and
    /// deleted. What somebody else still reads stays for the next time.
    pub async fn shred_clear_copies(&self) -> Result<(), StoreError> {
        let file = self.file().to_owned();
        self.alone(move |connection| {
            for version in 1..LATEST {
                let backup = backup_file(&file, version);
                if holds_clear(&backup, version) {
                    shred(&backup)?;
                }
            }
            if rewrite(connection)? {
                connection.execute("DELETE FROM meta WHERE key = 'clear_copies'", [])?;
            }
            Ok(())
        })
        .await
    }
}

fn variables(connection: &Connection) -> Result<Vec<ClearVariable>, StoreError> {
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
}

/// Whether a backup of this schema version holds variables in clear. One that can't be read may: somebody may have been
/// killed while they overwrote it.
fn holds_clear(backup: &Path, version: i64) -> bool {
    let table = if version <= LAST_CLEAR { "server_env" } else { "server_env_clear" };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    backup.exists()
        && Connection::open_with_flags(backup, flags)
            .and_then(|copy| {
                copy.query_row(&format!("SELECT EXISTS (SELECT 1 FROM {table})"), [], |row| row.get(0))
            })
            .unwrap_or(true)
}

fn insert(transaction: &Transaction<'_>, all: &[(ServerId, String, HiddenValue)]) -> Result<(), StoreError> {
    // Only what still stands in clear: another process may have sealed it and somebody set it anew.
    let sql = "INSERT OR IGNORE INTO server_env SELECT ?1, ?2, ?3, ?4
               WHERE EXISTS (SELECT 1 FROM server_env_clear WHERE server_id = ?1 AND name = ?2)";
    let mut statement = transaction.prepare(sql)?;
    for (server, name, value) in all {
        let HiddenValue::Sealed { sealed, revision } = value else { continue };
        super::vault::require_current(transaction, sealed.key())?;
        statement.execute((server.to_string(), name, sealed.as_bytes(), revision))?;
    }
    Ok(())
}

/// Overwrites a file and deletes it, if it is there. On file systems that write elsewhere the overwriting is in vain.
fn shred(file: &Path) -> Result<(), StoreError> {
    let length = match std::fs::metadata(file) {
        Ok(metadata) => metadata.len(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(StoreError::io(file)(error)),
    };
    let overwrite = || {
        let mut open = std::fs::OpenOptions::new().write(true).open(file)?;
        std::io::copy(&mut std::io::Read::take(std::io::repeat(0), length), &mut open)?;
        open.flush()?;
        open.sync_all()?;
        std::fs::remove_file(file)
    };
    match overwrite() {
        // Somebody else did it at the same time.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(StoreError::io(file)),
    }
}
