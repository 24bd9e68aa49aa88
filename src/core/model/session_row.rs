//! A running session, as the store knows it.

use std::path::PathBuf;

use jiff::Timestamp;

use super::{SessionId, UserId};

/// A process, told from every other that ever had its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ProcessId {
    /// The id, which the system gives to another when the process is gone.
    pub pid: u32,
    /// When it started, as the system counts; 0 where that can't be known.
    pub start: u64,
}

/// Where a session runs. Its process may be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Which one.
    pub id: SessionId,
    /// Whose it is. The user may be gone.
    pub user: UserId,
    /// The process that serves it.
    pub process: ProcessId,
    /// Where it answers.
    pub socket: PathBuf,
    /// The directory that its client started it in.
    pub cwd: Option<PathBuf>,
    /// Since when.
    pub started_at: Timestamp,
}
