//! The output of a command that is to end soon.

use std::io;
use std::process::ExitStatus;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::endpoint::Reader;
use super::guard::Guard;
use super::process::{Exit, ProcessStart};
use super::time::{timeout, timeout_at};

/// How long the output is read on when the command has ended: something that it left running may hold it open.
const DRAIN: Duration = Duration::from_millis(100);

/// Why there is no output.
#[derive(Debug, thiserror::Error)]
pub enum CaptureError {
    /// It can't be started.
    #[error("can't be run: {0}")]
    Start(io::Error),
    /// It took too long.
    #[error("did not end in time")]
    Late,
    /// Nobody knows how it ended.
    #[error("can't be waited for: {0}")]
    Wait(io::Error),
    /// It failed.
    #[error("failed ({0})")]
    Failed(ExitStatus),
}

/// A command that doesn't outlive whoever waits for it.
struct Running(Option<Exit>);

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(exit) = self.0.take() {
            exit.finish();
        }
    }
}

/// What the command prints on stdout, in memory that is wiped. It gets no stdin, and nobody listens to its stderr. All of its
/// process group ends with it. Once it has printed more than `most` bytes it is not waited for: there are `most + 1` then.
pub async fn capture(
    start: ProcessStart,
    guard: &Guard,
    most: usize,
    patience: Duration,
) -> Result<Zeroizing<Vec<u8>>, CaptureError> {
    let process = start.spawn(guard).map_err(CaptureError::Start)?;
    let (stdin, mut stdout, stderr, exit) = process.into_parts();
    drop(stdin);
    let running = Running(Some(exit));
    let deadline = Instant::now() + patience;
    timeout_at(deadline, read(running, &mut stdout, stderr, most)).await.map_err(|_| CaptureError::Late)?
}

async fn read(
    mut running: Running,
    stdout: &mut Reader,
    mut stderr: Reader,
    most: usize,
) -> Result<Zeroizing<Vec<u8>>, CaptureError> {
    // It may say anything there, a secret among it; it must only not wait for somebody to listen.
    let unheard = async {
        let mut chunk = vec![0; 1024];
        while matches!(stderr.read(&mut chunk).await, Ok(1..)) {}
        std::future::pending::<()>().await;
    };
    let gone = || CaptureError::Wait(io::ErrorKind::NotFound.into());
    let Some(exit) = running.0.as_mut() else { return Err(gone()) };
    // All the room from the start: a buffer that grows leaves copies behind.
    let mut text = Zeroizing::new(Vec::with_capacity(most + 1));
    let ended = async {
        tokio::select! {
            biased;
            // One that still prints is not waited for.
            () = to_end(stdout, &mut text, most) => if text.len() > most { None } else { Some(exit.wait().await) },
            status = exit.wait() => {
                let _ = timeout(DRAIN, to_end(stdout, &mut text, most)).await;
                Some(status)
            }
        }
    };
    let status = tokio::select! {
        status = ended => status,
        () = unheard => return Err(gone()),
    };
    match status.transpose().map_err(CaptureError::Wait)? {
        Some(status) if !status.success() => Err(CaptureError::Failed(status)),
        _ => Ok(text),
    }
}

/// Reads to the end, or until there is more than anybody wants.
async fn to_end(stdout: &mut Reader, text: &mut Vec<u8>, most: usize) {
    let mut chunk = Zeroizing::new(vec![0; 4096]);
    while text.len() <= most
        && let Ok(count @ 1..) = stdout.read(&mut chunk[..]).await
    {
        let room = most + 1 - text.len();
        text.extend_from_slice(&chunk[..count.min(room)]);
    }
}
