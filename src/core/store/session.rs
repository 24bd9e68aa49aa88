//! The table `session`: the sessions that run, and those whose process was killed.

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::{Row, params};

use super::server::{id, timestamp};
use super::{Store, StoreError, seat};
use crate::core::model::{ProcessId, SessionId, SessionRow, UserId};

impl Store {
    /// All sessions, oldest first. The processes of some may be gone.
    pub async fn sessions(&self) -> Result<Vec<SessionRow>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, pid, process_start, socket, cwd, started_at, user_id FROM session ORDER BY id",
            )?;
            Ok(statement.query_map([], read_row)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Adds a session.
    pub async fn register_session(&self, row: SessionRow) -> Result<(), StoreError> {
        let socket = row.socket.to_str().ok_or_else(|| StoreError::Unreadable {
            table: "session",
            what: "the socket's path is not UTF-8".to_owned(),
        })?;
        let socket = socket.to_owned();
        self.write(move |transaction| {
            transaction.execute(
                "INSERT INTO session (id, pid, process_start, socket, cwd, started_at, user_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    row.id.to_string(),
                    row.process.pid,
                    row.process.start.cast_signed(),
                    socket,
                    row.cwd.as_ref().and_then(|cwd| cwd.to_str()),
                    row.started_at.as_millisecond(),
                    row.user.to_string(),
                ],
            )?;
            Ok(())
        })
        .await
    }

    /// Removes the sessions with these ids; those that are gone already are no error. Waits no longer than `limit` for other
    /// processes.
    pub async fn forget_sessions(&self, ids: Vec<SessionId>, limit: Duration) -> Result<(), StoreError> {
        self.write_within(limit, move |transaction| {
            let mut statement = transaction.prepare_cached("DELETE FROM session WHERE id = ?1")?;
            for id in ids {
                statement.execute([id.to_string()])?;
                seat::leave(transaction, id)?;
            }
            Ok(())
        })
        .await
    }
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    Ok(SessionRow {
        id: id(row, 0, SessionId::parse)?,
        user: id(row, 6, UserId::parse)?,
        process: ProcessId { pid: row.get(1)?, start: row.get::<_, i64>(2)?.cast_unsigned() },
        socket: PathBuf::from(row.get::<_, String>(3)?),
        cwd: row.get::<_, Option<String>>(4)?.map(PathBuf::from),
        started_at: timestamp(row, 5)?,
    })
}
