//! A piece of a frame, by position.

use std::ops::Range;

/// A half-open byte range of one frame. Frames are shorter than 4 GiB ([`super::LineBuffer`] bounds them).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The range `start..end`.
    #[expect(clippy::cast_possible_truncation, reason = "a frame is shorter than 4 GiB")]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// Where it starts.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past its last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether it covers none.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes it covers in the frame that it was found in.
    pub fn of(self, frame: &[u8]) -> &[u8] {
        &frame[self.range()]
    }

    /// The same as a standard range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}
