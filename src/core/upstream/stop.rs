//! Ends a child and everything it started (MCP `basic/lifecycle`, shutdown over stdio).

use std::process::ExitStatus;
use std::time::Duration;

use tokio::time::timeout;

use crate::core::platform::{Exit, Group, Writer};

/// How long a child may take to end after its stdin was closed, and again after SIGTERM.
const PATIENCE: Duration = Duration::from_secs(2);

/// Closes stdin, then sends SIGTERM, then SIGKILL to the whole group, each after [`PATIENCE`]. Whatever of the group outlives
/// its leader is killed. Returns how the leader ended.
pub async fn stop(stdin: Option<Writer>, mut exit: Exit, group: Group) -> Option<ExitStatus> {
    drop(stdin);
    if timeout(PATIENCE, exit.wait()).await.is_err() {
        group.terminate();
        if timeout(PATIENCE, exit.wait()).await.is_err() {
            group.kill();
        }
    }
    let status = exit.wait().await.ok();
    group.kill();
    status
}
