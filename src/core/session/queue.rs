//! Frames that wait to be written.

use std::collections::VecDeque;
use std::io::{self, IoSlice};

use crate::core::platform::Writer;
use crate::core::wire::{Edits, Span};

/// Frames from this length on are not copied but written from where they were read, bytes.
pub(super) const LARGE: usize = 32 * 1024;
/// Small frames are gathered up to this length, bytes.
const GATHER: usize = 64 * 1024;
/// How many pieces one write takes.
const PIECES: usize = 64;

/// Whole frames, each with its `\n`.
#[derive(Debug)]
pub(super) struct Chunk {
    /// Whose frames these are.
    pub source: usize,
    /// How many bytes will be written.
    pub length: usize,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Small(Vec<u8>),
    Large { bytes: Vec<u8>, line: Span, edits: Edits },
}

/// Chunks in order. A chunk that was begun is written to its end before the next.
#[derive(Debug, Default)]
pub(super) struct FrameQueue {
    chunks: VecDeque<Chunk>,
    bytes: usize,
    /// How much of the first chunk is written.
    written: usize,
    recycled: Option<Vec<u8>>,
    /// The writer was asked to make room for large frames.
    wide: bool,
}

/// What a write accomplished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nothing is left.
    Empty,
    /// The other side has no room.
    Blocked,
}

impl FrameQueue {
    /// How many bytes wait, about.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// Copies a frame in, with its edits made.
    pub(super) fn push(&mut self, source: usize, frame: &[u8], edits: &Edits) {
        let length = edits.length(frame.len()) + 1;
        self.bytes += length;
        let whole = Span::new(0, frame.len());
        let begun = self.written > 0 && self.chunks.len() == 1;
        if let Some(Chunk { source: last, length: total, body: Body::Small(bytes) }) = self.chunks.back_mut()
            && *last == source
            && !begun
            && bytes.len() + length <= GATHER
        {
            edits.append(frame, whole, bytes);
            bytes.push(b'\n');
            *total += length;
            return;
        }
        let mut bytes = self.recycled.take().unwrap_or_default();
        bytes.reserve(length);
        edits.append(frame, whole, &mut bytes);
        bytes.push(b'\n');
        self.chunks.push_back(Chunk { source, length, body: Body::Small(bytes) });
    }

    /// Takes over the memory that a frame stands in. `edits` are positions in `bytes`.
    pub(super) fn push_large(&mut self, source: usize, bytes: Vec<u8>, line: Span, edits: Edits) {
        let length = edits.length(line.len()) + 1;
        self.bytes += length;
        self.chunks.push_back(Chunk { source, length, body: Body::Large { bytes, line, edits } });
    }

    /// Takes the first chunk out; only for a queue that is never written from.
    pub(super) fn pop(&mut self) -> Option<Chunk> {
        let chunk = self.chunks.pop_front()?;
        self.bytes -= chunk.length;
        Some(chunk)
    }

    /// The length of the first chunk.
    pub(super) fn first_length(&self) -> Option<usize> {
        self.chunks.front().map(|chunk| chunk.length)
    }

    /// Adds a chunk from another queue.
    pub(super) fn accept(&mut self, chunk: Chunk) {
        self.bytes += chunk.length;
        self.chunks.push_back(chunk);
    }

    /// Writes as much as fits; `done` is told of each chunk that left, and given the memory of a large one.
    pub(super) fn write(
        &mut self,
        writer: &Writer,
        mut done: impl FnMut(usize, usize, Option<Vec<u8>>),
    ) -> io::Result<Progress> {
        while !self.chunks.is_empty() {
            let written = match self.chunks.front() {
                // Mostly there is one, and it is small.
                Some(Chunk { body: Body::Small(bytes), .. }) if self.chunks.len() == 1 => {
                    writer.try_write(&[IoSlice::new(&bytes[self.written..])])
                }
                _ => writer.try_write(&self.pieces()),
            };
            let mut count = match written {
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.widen(writer);
                    return Ok(Progress::Blocked);
                }
                Err(error) => return Err(error),
            };
            while let Some(first) = self.chunks.front() {
                let left = first.length - self.written;
                if count < left {
                    self.written += count;
                    break;
                }
                count -= left;
                self.written = 0;
                if let Some(chunk) = self.pop() {
                    done(chunk.source, chunk.length, self.recycle(chunk.body));
                }
            }
        }
        Ok(Progress::Empty)
    }

    /// Makes the way wider when a large frame doesn't fit.
    fn widen(&mut self, writer: &Writer) {
        let large = self.chunks.front().is_some_and(|chunk| matches!(chunk.body, Body::Large { .. }));
        if large && !self.wide {
            self.wide = true;
            writer.widen();
        }
    }

    /// Memory of a small frame that was written, for the next one of whichever queue.
    pub(super) fn spare(&mut self) -> Option<Vec<u8>> {
        self.recycled.take()
    }

    /// Uses this for its next small frame.
    pub(super) fn reuse(&mut self, memory: Vec<u8>) {
        self.recycled = Some(memory);
    }

    fn recycle(&mut self, body: Body) -> Option<Vec<u8>> {
        match body {
            Body::Small(mut bytes) => {
                bytes.clear();
                if bytes.capacity() <= 2 * GATHER {
                    self.recycled = Some(bytes);
                }
                None
            }
            Body::Large { bytes, .. } => Some(bytes),
        }
    }

    /// What stands first, without what is written already.
    fn pieces<'a>(&'a self) -> Vec<IoSlice<'a>> {
        let mut pieces = Vec::new();
        let mut skip = self.written;
        let mut push = |mut bytes: &'a [u8]| {
            let skipped = skip.min(bytes.len());
            skip -= skipped;
            bytes = &bytes[skipped..];
            if !bytes.is_empty() {
                pieces.push(IoSlice::new(bytes));
            }
            pieces.len() < PIECES
        };
        for chunk in &self.chunks {
            let more = match &chunk.body {
                Body::Small(bytes) => push(bytes),
                Body::Large { bytes, line, edits } => {
                    let mut from = line.start();
                    for edit in edits.iter() {
                        push(&bytes[from..edit.span.start()]);
                        push(&edit.with);
                        from = edit.span.end();
                    }
                    push(&bytes[from..line.end()]);
                    push(b"\n")
                }
            };
            if !more {
                break;
            }
        }
        pieces
    }
}
