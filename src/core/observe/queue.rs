//! Lines that wait to be written to one ring.

use super::entry::LONGEST;
use super::ring::Ring;

/// Bytes of a server's own lines that may wait: a burst such as a long trace is kept whole even when no disk is quick enough.
const WAITING: usize = 1024 * 1024;
/// Bytes that may wait besides: what mcpgw says must not be lost because a server says much.
const RESERVE: usize = 4 * LONGEST;

/// The lines of one ring.
#[derive(Debug)]
pub(super) struct Queue {
    pub(super) ring: Ring,
    lines: Vec<u8>,
    lost: u64,
    /// Nothing is written of it unless there is something of the ring already.
    pub(super) retired: bool,
}

/// What was taken out of a queue.
pub(super) struct Batch {
    pub(super) ring: Ring,
    pub(super) lines: Vec<u8>,
    /// How many lines didn't fit behind these.
    pub(super) lost: u64,
    /// It goes nowhere unless there is something of the ring already.
    pub(super) retired: bool,
}

impl Queue {
    pub(super) fn new(ring: Ring) -> Self {
        Self { ring, lines: Vec::new(), lost: 0, retired: false }
    }

    /// Appends a line made of `parts`, or counts it.
    pub(super) fn push(&mut self, parts: &[&[u8]], ours: bool) {
        let bound = if ours { WAITING + RESERVE } else { WAITING };
        if self.lost > 0 && !ours || self.lines.len() >= bound {
            self.lost += 1;
            return;
        }
        let start = self.lines.len();
        for part in parts {
            self.lines.extend_from_slice(part);
        }
        // Only what mcpgw says itself may have several lines.
        for byte in self.lines[start..].iter_mut().filter(|byte| **byte == b'\n') {
            *byte = b' ';
        }
        self.lines.push(b'\n');
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.lost == 0
    }

    pub(super) fn take(&mut self) -> Batch {
        let (lines, lost) = (std::mem::take(&mut self.lines), std::mem::take(&mut self.lost));
        Batch { ring: self.ring.clone(), lines, lost, retired: self.retired }
    }
}
