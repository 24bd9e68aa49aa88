//! Messages for the session, one line each.

use std::io::{self, ErrorKind, IoSlice};

use memchr::memchr2;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use crate::core::platform::Writer;
use crate::core::wire::{RpcError, error_frame};

/// How many messages may wait for a session that does not read; whoever has another waits, and so does its server.
const WAITING: usize = 4;

/// Where messages go. Whoever gives one up half-way leaves no half of it behind.
#[derive(Debug)]
pub(super) struct Output {
    queue: Sender<Job>,
    gone: CancellationToken,
}

#[derive(Debug)]
enum Job {
    Message(Vec<u8>),
    Flush(oneshot::Sender<()>),
}

impl Output {
    /// Must be called inside a tokio runtime.
    pub(super) fn new(writer: Writer) -> Self {
        let (queue, jobs) = mpsc::channel(WAITING);
        let gone = CancellationToken::new();
        tokio::spawn(write_all(writer, jobs, gone.clone()));
        Self { queue, gone }
    }

    /// Returns when nobody reads any more.
    pub(super) async fn gone(&self) {
        self.gone.cancelled().await;
    }

    /// Writes a message. Breaks between its parts, which JSON allows and a line does not, become spaces.
    pub(super) async fn message(&self, mut message: Vec<u8>) {
        let mut from = 0;
        while let Some(found) = memchr2(b'\r', b'\n', &message[from..]) {
            message[from + found] = b' ';
            from += found + 1;
        }
        message.push(b'\n');
        // Only who does not read any more refuses it.
        let _ = self.queue.send(Job::Message(message)).await;
    }

    /// Answers the request of this raw `id` in place of the server.
    pub(super) async fn failure(&self, id: &[u8], why: &str) {
        self.message(error_frame(Some(id), &RpcError::new(RpcError::INTERNAL, why))).await;
    }

    /// Gives the request of this raw `id` the server's raw `error`, which came without the id.
    pub(super) async fn error(&self, id: &[u8], error: &[u8]) {
        self.message([br#"{"jsonrpc":"2.0","id":"#, id, br#","error":"#, error, b"}"].concat()).await;
    }

    /// Waits until everything so far is written.
    pub(super) async fn flush(&self) {
        let (done, flushed) = oneshot::channel();
        if self.queue.send(Job::Flush(done)).await.is_ok() {
            let _ = flushed.await;
        }
    }
}

async fn write_all(writer: Writer, mut jobs: Receiver<Job>, gone: CancellationToken) {
    while let Some(job) = jobs.recv().await {
        match job {
            Job::Message(message) => {
                if write(&writer, &message).await.is_err() {
                    break;
                }
            }
            Job::Flush(done) => {
                writer.flush().await;
                let _ = done.send(());
            }
        }
    }
    gone.cancel();
}

async fn write(writer: &Writer, mut rest: &[u8]) -> io::Result<()> {
    while !rest.is_empty() {
        match writer.try_write(&[IoSlice::new(rest)]) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => rest = &rest[count..],
            Err(error) if error.kind() == ErrorKind::WouldBlock => writer.writable().await?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
