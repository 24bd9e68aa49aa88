//! Opens the database file: safe permissions, the right schema, the pragmas of every connection.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::migration::{self, APPLICATION_ID, LATEST};
use super::{StoreError, Warning, patience};
use crate::core::platform::files;

/// Opens the file, makes it when it is missing, and brings its schema up to date.
pub(super) fn open(file: &Path) -> Result<(Connection, Opened), StoreError> {
    let dir = file.parent().unwrap_or(Path::new("."));
    let exists = file.exists();
    if !exists {
        files::create_private_dir(dir).map_err(StoreError::io(dir))?;
    }
    let warning = check_permissions(dir, file, exists)?;
    if exists && let Some(connection) = open_current(file)? {
        let id = store_id(&connection)?;
        return Ok((connection, Opened { id, warning }));
    }
    let connection = create_or_migrate(dir, file)?;
    let id = store_id(&connection)?;
    Ok((connection, Opened { id, warning }))
}

/// What opening the store told about it.
pub(super) struct Opened {
    pub(super) id: String,
    pub(super) warning: Option<Warning>,
}

/// The connection, or nothing when the file is not ready to be shared: its schema is older than this binary, or a
/// restored copy lacks the write-ahead log.
fn open_current(file: &Path) -> Result<Option<Connection>, StoreError> {
    let connection = connect(file)?;
    if version(&connection, file)? < LATEST {
        return Ok(None);
    }
    let journal: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    Ok((journal == "wal").then_some(connection))
}

/// The slow path: one process at a time, under a lock beside the file.
fn create_or_migrate(dir: &Path, file: &Path) -> Result<Connection, StoreError> {
    let _lock = lock(&dir.join("mcpgw.lock"))?;
    if !file.exists() {
        // SQLite gives its -wal and -shm files the mode of the file that it finds.
        drop(files::create_private(file).map_err(StoreError::io(file))?);
    }
    let mut connection = connect(file)?;
    let found = version(&connection, file)?;
    if found < LATEST {
        // First, so that a file which is left half made by a crash is known as ours.
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        migration::migrate(&mut connection, file, found)?;
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    Ok(connection)
}

fn connect(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(|error| foreign(error, file))?;
    connection.busy_handler(Some(patience::wait))?;
    connection.set_prepared_statement_cache_capacity(8);
    // A small page cache: an idle `mcpgw stdio` keeps the connection open, and reads the store once.
    let pragmas = "PRAGMA foreign_keys = ON;
                   PRAGMA trusted_schema = OFF;
                   PRAGMA secure_delete = ON;
                   PRAGMA synchronous = NORMAL;
                   PRAGMA cache_size = -64;
                   PRAGMA temp_store = MEMORY;";
    connection.execute_batch(pragmas).map_err(|error| foreign(error, file))?;
    Ok(connection)
}

/// The schema version of the file: 0 when it is empty.
fn version(connection: &Connection, file: &Path) -> Result<i64, StoreError> {
    let number = |pragma: &str| {
        connection.query_row(pragma, [], |row| row.get::<_, i64>(0)).map_err(|error| foreign(error, file))
    };
    let (found, application) = (number("PRAGMA user_version")?, number("PRAGMA application_id")?);
    if found > LATEST {
        return Err(StoreError::Newer { file: file.to_owned(), found, known: LATEST });
    }
    if application == APPLICATION_ID {
        return Ok(found);
    }
    match number("SELECT count(*) FROM sqlite_schema")? {
        0 => Ok(0),
        _ => Err(StoreError::Foreign { file: file.to_owned() }),
    }
}

fn foreign(error: rusqlite::Error, file: &Path) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::Foreign { file: file.to_owned() },
        _ => error.into(),
    }
}

fn store_id(connection: &Connection) -> Result<String, StoreError> {
    Ok(connection.query_row("SELECT value FROM meta WHERE key = 'store_id'", [], |row| row.get(0))?)
}

fn lock(path: &Path) -> Result<File, StoreError> {
    let file = files::open_private(path).map_err(StoreError::io(path))?;
    file.lock().map_err(StoreError::io(path))?;
    Ok(file)
}

/// Refuses a store that others can read or replace; a directory that others can merely list is worth a warning.
fn check_permissions(dir: &Path, file: &Path, exists: bool) -> Result<Option<Warning>, StoreError> {
    let exposed = |path: &Path, wanted, only_writable: bool| {
        let exposure = files::exposure(path).map_err(StoreError::io(path))?;
        let refused = exposure.writable || (exposure.readable && !only_writable);
        if refused {
            let (path, mode, writable) = (path.to_owned(), exposure.mode, exposure.writable);
            return Err(StoreError::Exposed { path, mode, writable, wanted });
        }
        Ok(exposure)
    };
    let directory = exposed(dir, 0o700, true)?;
    if exists {
        exposed(file, 0o600, false)?;
    }
    Ok(directory
        .readable
        .then(|| Warning::ListableDirectory { dir: PathBuf::from(dir), mode: directory.mode }))
}
