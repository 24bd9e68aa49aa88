//! Files and terminals, which no readiness can be asked of: one thread reads or writes them.

use std::fs::File;
use std::io::{self, IoSlice, Read, Write};

use tokio::sync::{mpsc, oneshot};

/// The most that one read brings, bytes.
const CHUNK: usize = 64 * 1024;
/// How many chunks may wait between the thread and its user.
const WAITING: usize = 4;

/// Reads a file on a thread of its own.
#[derive(Debug)]
pub(super) struct ThreadReader {
    chunks: mpsc::Receiver<Vec<u8>>,
    next: Option<Vec<u8>>,
    ended: bool,
}

impl ThreadReader {
    pub(super) fn start(mut file: File) -> io::Result<Self> {
        let (sender, chunks) = mpsc::channel(WAITING);
        std::thread::Builder::new().spawn(move || {
            let mut chunk = vec![0; CHUNK];
            loop {
                match file.read(&mut chunk) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Ok(0) | Err(_) => return,
                    Ok(count) => {
                        if sender.blocking_send(chunk[..count].to_vec()).is_err() {
                            return;
                        }
                    }
                }
            }
        })?;
        Ok(Self { chunks, next: None, ended: false })
    }

    /// Returns when a chunk is there, or the file has ended.
    pub(super) async fn ready(&mut self) {
        if self.next.is_none() && !self.ended {
            self.next = self.chunks.recv().await;
            self.ended = self.next.is_none();
        }
    }

    /// Reads of the next chunk what `into` has room for; 0 at the end of the file.
    pub(super) fn try_read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.next.take() {
            Some(mut chunk) => {
                let count = chunk.len().min(into.len());
                into[..count].copy_from_slice(&chunk[..count]);
                if count < chunk.len() {
                    self.next = Some(chunk.split_off(count));
                }
                Ok(count)
            }
            None if self.ended => Ok(0),
            None => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}

enum Job {
    Write(Vec<u8>),
    Flush(oneshot::Sender<()>),
}

/// Writes a file on a thread of its own.
#[derive(Debug)]
pub(super) struct ThreadWriter {
    jobs: mpsc::Sender<Job>,
}

impl ThreadWriter {
    pub(super) fn start(mut file: File) -> io::Result<Self> {
        let (jobs, mut waiting) = mpsc::channel(WAITING);
        std::thread::Builder::new().spawn(move || {
            while let Some(job) = waiting.blocking_recv() {
                match job {
                    Job::Write(bytes) => {
                        if file.write_all(&bytes).is_err() {
                            return;
                        }
                    }
                    Job::Flush(done) => {
                        // Nobody may be waiting any more.
                        let _ = done.send(());
                    }
                }
            }
        })?;
        Ok(Self { jobs })
    }

    pub(super) fn try_write(&self, pieces: &[IoSlice<'_>]) -> io::Result<usize> {
        let Some(piece) = pieces.iter().find(|piece| !piece.is_empty()) else { return Ok(0) };
        let chunk = &piece[..piece.len().min(CHUNK)];
        match self.jobs.try_send(Job::Write(chunk.to_vec())) {
            Ok(()) => Ok(chunk.len()),
            Err(mpsc::error::TrySendError::Full(_)) => Err(io::ErrorKind::WouldBlock.into()),
            Err(mpsc::error::TrySendError::Closed(_)) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    pub(super) async fn writable(&self) -> io::Result<()> {
        self.jobs.reserve().await.map(drop).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    pub(super) async fn flush(&self) {
        let (done, finished) = oneshot::channel();
        if self.jobs.send(Job::Flush(done)).await.is_ok() {
            // An error means that the thread stopped on a failed write: there is nothing left to wait for.
            let _ = finished.await;
        }
    }
}
