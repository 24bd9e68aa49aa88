//! Ends a child and everything it started (MCP `basic/lifecycle`, shutdown over stdio).

use std::process::ExitStatus;
use std::time::Duration;

use tokio::time::timeout;

use crate::core::platform::{Exit, Group, Writer};

/// How long a child may take to end after its stdin was closed, and again after SIGTERM.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same when there is no time.
const HASTE: Duration = Duration::from_millis(700);

/// How much time a child gets to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    /// Closing its stdin is hint enough at first.
    #[default]
    Patient,
    /// SIGTERM comes at once.
    Urgent,
}

/// Closes stdin, then sends SIGTERM, then SIGKILL to the whole group, two seconds after each other; when [`Pace::Urgent`],
/// SIGTERM comes at once and SIGKILL soon. Whatever of the group outlives its leader is killed. Returns how the leader ended.
pub async fn stop(stdin: Option<Writer>, mut exit: Exit, group: Group, pace: Pace) -> Option<ExitStatus> {
    drop(stdin);
    if pace == Pace::Urgent || timeout(PATIENCE, exit.wait()).await.is_err() {
        group.terminate();
        let patience = if pace == Pace::Urgent { HASTE } else { PATIENCE };
        if timeout(patience, exit.wait()).await.is_err() {
            group.kill();
        }
    }
    let status = exit.wait().await.ok();
    exit.finish();
    status
}
