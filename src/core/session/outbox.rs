//! What waits for the client: a queue for each source, served in turn, so that a flood slows the flooder alone.

use std::collections::VecDeque;
use std::io;

use super::queue::{FrameQueue, Progress};
use crate::core::platform::Writer;
use crate::core::wire::{Edits, Span};

/// How many bytes a source may send in its turn (deficit round robin, Shreedhar and Varghese 1995).
const QUANTUM: usize = 64 * 1024;
/// How many bytes of a source may wait before it is no longer read.
const BOUND: usize = 1024 * 1024;
/// How much is lined up for the next write, bytes.
const STAGED: usize = 128 * 1024;

/// mcpgw's own place among the sources; children follow.
pub(super) const CONTROL: usize = 0;

/// The client-bound queues.
#[derive(Debug)]
pub(super) struct Outbox {
    sources: Vec<Source>,
    /// Sources with something to send, in turn.
    turns: VecDeque<usize>,
    staged: FrameQueue,
    gate_open: bool,
}

#[derive(Debug, Default)]
struct Source {
    queue: FrameQueue,
    /// What waits or is staged, bytes.
    pending: usize,
    deficit: usize,
    in_turn: bool,
    /// Its reader waits for room.
    blocked: bool,
}

impl Outbox {
    /// A queue for mcpgw itself.
    pub(super) fn new() -> Self {
        let sources = vec![Source::default()];
        Self { sources, turns: VecDeque::new(), staged: FrameQueue::default(), gate_open: false }
    }

    /// Adds a queue for the next child.
    pub(super) fn add_source(&mut self) {
        self.sources.push(Source::default());
    }

    /// From now on children are served too.
    pub(super) fn open_gate(&mut self) {
        self.gate_open = true;
        let waiting =
            (CONTROL + 1..self.sources.len()).filter(|&source| !self.sources[source].queue.is_empty());
        for source in waiting.collect::<Vec<_>>() {
            self.take_turn(source);
        }
    }

    /// Adds a frame by copy.
    pub(super) fn push(&mut self, source: usize, frame: &[u8], edits: &Edits) {
        let queue = &mut self.sources[source].queue;
        if queue.is_empty()
            && let Some(memory) = self.staged.spare()
        {
            queue.reuse(memory);
        }
        let before = queue.bytes();
        queue.push(source, frame, edits);
        self.added(source, before);
    }

    /// Adds a frame with its memory.
    pub(super) fn push_large(&mut self, source: usize, bytes: Vec<u8>, line: Span, edits: Edits) {
        let before = self.sources[source].queue.bytes();
        self.sources[source].queue.push_large(source, bytes, line, edits);
        self.added(source, before);
    }

    fn added(&mut self, source: usize, before: usize) {
        let queue = &mut self.sources[source];
        queue.pending += queue.queue.bytes() - before;
        if self.gate_open || source == CONTROL {
            self.take_turn(source);
        }
    }

    fn take_turn(&mut self, source: usize) {
        if !std::mem::replace(&mut self.sources[source].in_turn, true) {
            self.turns.push_back(source);
        }
    }

    /// Whether more of this source may be read; if not, [`Outbox::unblocked`] will name it.
    pub(super) fn has_room(&mut self, source: usize) -> bool {
        let source = &mut self.sources[source];
        source.blocked = source.pending >= BOUND;
        !source.blocked
    }

    /// The sources whose readers may go on.
    pub(super) fn unblocked(&mut self) -> impl Iterator<Item = usize> {
        let freed = |(index, source): (usize, &mut Source)| {
            (source.pending < BOUND && std::mem::take(&mut source.blocked)).then_some(index)
        };
        self.sources.iter_mut().enumerate().filter_map(freed)
    }

    /// Whether everything that may be written is.
    pub(super) fn is_empty(&self) -> bool {
        self.staged.is_empty() && self.turns.is_empty()
    }

    /// Writes as much as fits; `freed` gets the memory of large frames of children that left. mcpgw's own are rare.
    pub(super) fn write(&mut self, writer: &Writer, mut freed: impl FnMut(Vec<u8>)) -> io::Result<Progress> {
        loop {
            self.stage();
            if self.staged.is_empty() {
                return Ok(Progress::Empty);
            }
            let sources = &mut self.sources;
            let progress = self.staged.write(writer, |source, length, memory| {
                sources[source].pending -= length;
                if let Some(memory) = memory.filter(|_| source != CONTROL) {
                    freed(memory);
                }
            })?;
            if progress == Progress::Blocked {
                return Ok(progress);
            }
        }
    }

    /// Lines up the next frames, each source's in its turn.
    fn stage(&mut self) {
        while self.staged.bytes() < STAGED {
            let Some(turn) = self.turns.pop_front() else { return };
            let source = &mut self.sources[turn];
            source.deficit += QUANTUM;
            // With nobody else in turn there is nobody to be fair to.
            let alone = self.turns.is_empty();
            while let Some(length) = source.queue.first_length() {
                if length > source.deficit && !alone {
                    break;
                }
                source.deficit = source.deficit.saturating_sub(length);
                if let Some(chunk) = source.queue.pop() {
                    self.staged.accept(chunk);
                }
                if self.staged.bytes() >= STAGED {
                    break;
                }
            }
            if source.queue.is_empty() {
                source.deficit = 0;
                source.in_turn = false;
            } else {
                self.turns.push_back(turn);
            }
        }
    }
}
