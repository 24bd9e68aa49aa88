//! The last of what a child says on stderr: free text, not a sign of failure (MCP `basic/transports`, stdio).

use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio_util::task::AbortOnDropHandle;

use crate::core::observe::{Masking, StderrLines};
use crate::core::platform::Reader;

/// How much is kept, bytes.
const KEPT: usize = 8 * 1024;

/// The end of a child's stderr, kept current by a task that ends with the last copy of this.
#[derive(Debug, Clone)]
pub struct StderrTail {
    kept: Arc<Mutex<Vec<u8>>>,
    /// Its sender lives as long as the task.
    open: watch::Receiver<()>,
    /// A process that left the child's group may hold the stream open for ever; nobody reads on for that.
    _task: Arc<AbortOnDropHandle<()>>,
}

impl StderrTail {
    /// Reads `stderr` to its end on a task, so that the child never blocks on it; `lines` gets all of it. What `masking`
    /// hides is kept nowhere. Must be called inside a tokio runtime.
    pub(super) fn drain(mut stderr: Reader, mut lines: StderrLines, mut masking: Masking) -> Self {
        let (sender, open) = watch::channel(());
        let all = Arc::<Mutex<Vec<u8>>>::default();
        let kept = Arc::clone(&all);
        let task = tokio::spawn(async move {
            let mut hear = |bytes: &[u8], end| {
                masking.take(bytes, end, |said| {
                    lines.take(said);
                    keep(&mut kept.lock().unwrap_or_else(PoisonError::into_inner), said);
                });
            };
            while let Some(count) = next(&mut stderr, &mut hear).await {
                if count == KEPT {
                    // There is more: whoever has a call to relay goes first.
                    tokio::task::yield_now().await;
                }
            }
            hear(b"", true);
            drop(lines);
            drop(sender);
        });
        Self { kept: all, open, _task: Arc::new(AbortOnDropHandle::new(task)) }
    }

    /// Waits until the stream has ended and all of it is here, `limit` at most: a grandchild may hold it open.
    pub async fn settle(&mut self, limit: Duration) {
        let _ = crate::core::platform::time::timeout(limit, self.open.changed()).await;
    }

    /// The last `count` lines, as untrusted text.
    pub fn last_lines(&self, count: usize) -> Vec<String> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let text = String::from_utf8_lossy(&kept);
        let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        lines[lines.len().saturating_sub(count)..].iter().map(ToString::to_string).collect()
    }
}

/// Waits for what is there next, and has it heard: how much it is, or nothing at the end of the stream. While it waits it
/// has no memory to read into.
async fn next(stderr: &mut Reader, hear: &mut impl FnMut(&[u8], bool)) -> Option<usize> {
    loop {
        stderr.ready().await.ok()?;
        match take(stderr, hear) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            taken => return taken.ok().filter(|&count| count > 0),
        }
    }
}

fn take(stderr: &mut Reader, hear: &mut impl FnMut(&[u8], bool)) -> io::Result<usize> {
    let mut chunk = [0; KEPT];
    let count = stderr.try_read(&mut chunk)?;
    hear(&chunk[..count], false);
    Ok(count)
}

/// That of somebody's last lines that tells most of why it ended: the last one that speaks of an error, else the last one.
pub fn telling(lines: &[String]) -> Option<&str> {
    let error = lines.iter().rev().find(|line| line.to_ascii_lowercase().contains("error"));
    error.or(lines.last()).map(String::as_str)
}

/// Appends `chunk` to `kept`, which stays within its bound.
fn keep(kept: &mut Vec<u8>, chunk: &[u8]) {
    kept.extend_from_slice(chunk);
    let surplus = kept.len().saturating_sub(KEPT);
    kept.drain(..surplus);
}
