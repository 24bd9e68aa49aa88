//! Work that may hang, on a thread of its own that is given up after a while.

use std::io;
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;

use super::time::timeout;

/// Runs `work`, which may block for ever, at most for `limit`: [`io::ErrorKind::TimedOut`] after that. The thread is left
/// behind then, and what the work gives is dropped when it comes.
pub async fn within<T: Send + 'static>(
    limit: Duration,
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<T> {
    let (reply, outcome) = oneshot::channel();
    thread::Builder::new().name(name.to_owned()).spawn(move || drop(reply.send(work())))?;
    match timeout(limit, outcome).await {
        Err(_) => Err(io::ErrorKind::TimedOut.into()),
        Ok(Err(_)) => Err(io::Error::other("it failed in an unknown way")),
        Ok(Ok(value)) => Ok(value),
    }
}
