//! Ends a child and everything it started (MCP `basic/lifecycle`, shutdown over stdio).

use std::future::Future;
use std::pin::pin;
use std::process::ExitStatus;
use std::time::Duration;

use crate::core::platform::time::{sleep, timeout};
use crate::core::platform::{Exit, Group, Writer};

/// How long a child may take to end after its stdin was closed, and again after SIGTERM.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long it may take after SIGTERM when there is no time.
const HASTE: Duration = Duration::from_millis(700);

/// Closes stdin, then sends SIGTERM, then SIGKILL to the whole group, two seconds after each other; once `hurry` resolves,
/// SIGTERM comes at once and SIGKILL soon. Whatever of the group outlives its leader is killed. Returns how the leader ended.
pub async fn stop(
    stdin: Option<Writer>,
    mut exit: Exit,
    group: Group,
    hurry: impl Future<Output = ()>,
) -> Option<ExitStatus> {
    let mut hurry = pin!(hurry);
    drop(stdin);
    let (ended, hurried) = tokio::select! {
        biased;
        () = &mut hurry => (false, true),
        ended = timeout(PATIENCE, exit.wait()) => (ended.is_ok(), false),
    };
    if !ended {
        group.terminate();
        let patience = async {
            if !hurried && timeout(PATIENCE, hurry).await.is_err() {
                return;
            }
            sleep(HASTE).await;
        };
        tokio::select! {
            _ = exit.wait() => {}
            () = patience => group.kill(),
        }
    }
    let status = exit.wait().await.ok();
    exit.finish();
    status
}
