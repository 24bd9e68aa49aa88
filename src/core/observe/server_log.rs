//! The log of one server, as those see it who have something to say.

use std::sync::Arc;

use memchr::memchr;

use super::entry::{LONGEST, Stream};
use super::mask::Mask;
use super::queue::Queue;
use super::recorder::Handle;

/// Takes lines for one server's log, and never waits. Cheap to clone; the default one takes them to nowhere.
#[derive(Debug, Clone, Default)]
pub struct ServerLog {
    queue: Option<(Arc<Handle>, usize)>,
    mask: Mask,
}

impl ServerLog {
    pub(super) fn new(queue: Option<(Arc<Handle>, usize)>) -> Self {
        Self { queue, mask: Mask::default() }
    }

    /// The same log for a run that was given these values: none of them gets into it.
    #[must_use]
    pub fn masked(self, mask: Mask) -> Self {
        Self { mask, ..self }
    }

    /// What hides the values of this run.
    pub fn mask(&self) -> &Mask {
        &self.mask
    }

    /// Something that mcpgw did, or saw the server do.
    pub fn event(&self, text: &str) {
        let text = self.mask.text(text);
        self.record(Stream::Mcpgw, |queue, head| queue.push(&[head, text.as_bytes()], true));
    }

    /// The server may be removed, and its log with it: what is still said of it brings no log back. Ends when the log is asked
    /// for anew.
    pub fn retire(&self) {
        if let Some((handle, queue)) = &self.queue {
            handle.retire(*queue);
        }
    }

    /// A line on the server's stdout that is no message.
    pub fn noise(&self, line: &str) {
        let line = self.mask.text(line);
        let kept = &line.as_bytes()[..line.len().min(LONGEST)];
        self.record(Stream::Stdout, |queue, head| queue.push(&[head, kept], false));
    }

    /// Takes one run's stderr, which its reader has masked.
    pub fn stderr(&self) -> StderrLines {
        StderrLines { log: self.clone(), begun: Vec::new(), surplus: 0 }
    }

    fn record(&self, stream: Stream, fill: impl FnOnce(&mut Queue, &[u8])) {
        if let Some((handle, queue)) = &self.queue {
            handle.record(*queue, stream, fill);
        }
    }
}

/// Takes a stream in pieces, and the log its lines. A last line without an end counts when this is dropped.
#[derive(Debug)]
pub struct StderrLines {
    log: ServerLog,
    /// The line that has not ended yet.
    begun: Vec<u8>,
    /// Bytes of it that are not kept.
    surplus: usize,
}

impl StderrLines {
    /// The next bytes of the stream.
    pub fn take(&mut self, mut bytes: &[u8]) {
        let Self { log, begun, surplus } = self;
        if log.queue.is_none() {
            return;
        }
        log.record(Stream::Stderr, |queue, head| {
            while let Some(end) = memchr(b'\n', bytes) {
                begin(begun, surplus, &bytes[..end]);
                end_line(begun, surplus, queue, head);
                bytes = &bytes[end + 1..];
            }
            begin(begun, surplus, bytes);
        });
    }
}

impl Drop for StderrLines {
    fn drop(&mut self) {
        let Self { log, begun, surplus } = self;
        if !begun.is_empty() {
            log.record(Stream::Stderr, |queue, head| end_line(begun, surplus, queue, head));
        }
    }
}

fn begin(begun: &mut Vec<u8>, surplus: &mut usize, bytes: &[u8]) {
    let kept = bytes.len().min(LONGEST - begun.len());
    begun.extend_from_slice(&bytes[..kept]);
    *surplus += bytes.len() - kept;
}

fn end_line(begun: &mut Vec<u8>, surplus: &mut usize, queue: &mut Queue, head: &[u8]) {
    let text = begun.strip_suffix(b"\r").unwrap_or(begun);
    match *surplus {
        0 => queue.push(&[head, text], false),
        more => queue.push(&[head, text, format!(" [{more} bytes more]").as_bytes()], false),
    }
    begun.clear();
    *surplus = 0;
}
