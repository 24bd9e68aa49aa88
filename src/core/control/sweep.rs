//! Takes away what sessions leave behind that were killed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::AskError;
use super::ask::connect;
use crate::core::clock::Clock;
use crate::core::guard;
use crate::core::model::SessionRow;
use crate::core::paths;
use crate::core::platform::time::timeout;
use crate::core::platform::{is_running, remove_socket, within};
use crate::core::store::{Store, StoreError};
use crate::core::usage::import_left;

/// A socket without a row may be that of a session which is about to register; older than this it is nobody's.
const ABOUT_TO_REGISTER: Duration = Duration::from_mins(1);

/// How long a socket at which others queue up has to let in who looks whether it lives.
const PATIENCE: Duration = Duration::from_millis(100);

/// How long tidying up among counted calls may take, before it is left to itself.
const COUNTS: Duration = Duration::from_secs(10);

/// How long to wait for a store that is written by another process, only to tidy up in it.
const TIDYING: Duration = Duration::from_millis(200);

/// Removes the rows and sockets of sessions whose process is gone, keeps what they used, and returns the others.
pub(super) async fn sweep(store: &Store) -> Result<Vec<SessionRow>, StoreError> {
    let rows = store.sessions().await?;
    let (mut left, mut gone) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        if is_gone(&row).await { gone.push(row) } else { left.push(row) }
    }
    if !gone.is_empty() {
        // First the sockets: where the row is gone, nothing is left.
        for row in &gone {
            remove_socket(&row.socket);
        }
        let ids = gone.iter().map(|row| row.id).collect();
        if let Err(error) = store.forget_sessions(ids, TIDYING).await {
            // Whoever looks next tries again: reading must work where nothing can be written.
            tracing::debug!("can't remove what killed sessions left: {error}");
        }
    }
    remove_strays(store, &left).await;
    import_left(store, &paths::usage_dir(store.directory()), TIDYING).await;
    Ok(left)
}

/// Removes the counts of calls that count for nothing any more. There may be thousands of files, and a session that runs here.
pub(super) async fn sweep_counts(store: &Store, clock: Clock) {
    let dir = paths::quota_dir(store.directory());
    if dir.exists() {
        let _ = within(COUNTS, "sweep", move || guard::sweep(&dir, clock.now())).await;
    }
}

/// A process may run where it can't be seen from here (another container with the same home): then its socket answers.
pub(super) async fn is_gone(row: &SessionRow) -> bool {
    !is_running(row.process) && nobody_listens(&row.socket).await
}

/// Who lets nobody in, but is there, is somebody.
async fn nobody_listens(socket: &Path) -> bool {
    matches!(timeout(PATIENCE, connect(socket)).await, Ok(Err(AskError::Gone)))
}

/// Removes sockets that no row names and nobody listens at.
async fn remove_strays(store: &Store, rows: &[SessionRow]) {
    let Ok(entries) = std::fs::read_dir(paths::run_dir(store.directory())) else { return };
    let old = |entry: &std::fs::DirEntry| {
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABOUT_TO_REGISTER))
    };
    let known: std::collections::HashSet<&Path> = rows.iter().map(|row| row.socket.as_path()).collect();
    let strays: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| !known.contains(entry.path().as_path()) && old(entry))
        .map(|entry| entry.path())
        .collect();
    for stray in strays {
        if nobody_listens(&stray).await {
            remove_socket(&stray);
        }
    }
}
