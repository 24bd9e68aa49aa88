//! Messages for the session, one line each.

use std::io::{self, ErrorKind, IoSlice};

use memchr::memchr2;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

use crate::core::platform::Writer;
use crate::core::wire::{RpcError, error_frame};

/// Where messages go. One that is under way is never cut by another.
#[derive(Debug)]
pub(super) struct Output {
    writer: Mutex<Writer>,
    gone: CancellationToken,
}

impl Output {
    pub(super) fn new(writer: Writer) -> Self {
        Self { writer: Mutex::new(writer), gone: CancellationToken::new() }
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
        let writer = self.writer.lock().await;
        if write(&writer, &message).await.is_err() {
            self.gone.cancel();
        }
    }

    /// Answers the request of this raw `id` in place of the server.
    pub(super) async fn failure(&self, id: &[u8], why: &str) {
        self.message(error_frame(Some(id), &RpcError::new(RpcError::INTERNAL, why))).await;
    }
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
