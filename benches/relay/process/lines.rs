//! Lines from a descriptor, with as little work as can be: one search for the newline, no copy, a retained buffer.

use std::{
    io::{self, IoSlice},
    ops::Range,
    os::fd::AsFd,
};

/// Below this much free space the unread part moves to the front, so that reads never become small.
const LEAST_ROOM: usize = 64 << 10;

/// Reads lines. The buffer grows to the longest line and stays.
#[derive(Debug)]
pub(crate) struct LineReader<F> {
    from: F,
    buffer: Vec<u8>,
    start: usize,
    searched: usize,
    end: usize,
}

impl<F: AsFd> LineReader<F> {
    /// A reader with `room` bytes to begin with.
    pub(crate) fn new(from: F, room: usize) -> Self {
        Self { from, buffer: vec![0; room.max(2 * LEAST_ROOM)], start: 0, searched: 0, end: 0 }
    }

    /// Where the next line lies, read if need be; `None` at the end of the stream.
    pub(crate) fn next(&mut self) -> io::Result<Option<Range<usize>>> {
        loop {
            if let Some(line) = self.buffered() {
                return Ok(Some(line));
            }
            if self.fill()? == 0 {
                return Ok(None);
            }
        }
    }

    /// The bytes of a line, valid until the next read.
    pub(crate) fn bytes(&self, line: Range<usize>) -> &[u8] {
        &self.buffer[line]
    }

    /// Where the next line that is already here lies, without its newline.
    fn buffered(&mut self) -> Option<Range<usize>> {
        let Some(at) = memchr::memchr(b'\n', &self.buffer[self.searched..self.end]) else {
            self.searched = self.end;
            return None;
        };
        let line = self.start..self.searched + at;
        self.start = line.end + 1;
        self.searched = self.start;
        Some(line)
    }

    fn fill(&mut self) -> io::Result<usize> {
        if self.start == self.end {
            (self.start, self.searched, self.end) = (0, 0, 0);
        } else if self.buffer.len() - self.end < LEAST_ROOM {
            self.make_room();
        }
        let count = rustix::io::read(&self.from, &mut self.buffer[self.end..])?;
        self.end += count;
        Ok(count)
    }

    fn make_room(&mut self) {
        self.buffer.copy_within(self.start..self.end, 0);
        self.searched -= self.start;
        self.end -= self.start;
        self.start = 0;
        if self.buffer.len() - self.end < LEAST_ROOM {
            self.buffer.resize(2 * self.buffer.len(), 0);
        }
    }
}

/// Writes all of `bytes` to a blocking descriptor.
pub(crate) fn write_all(to: impl AsFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let count = rustix::io::write(&to, bytes)?;
        bytes = &bytes[count..];
    }
    Ok(())
}

/// Writes all of `parts` to a blocking descriptor without joining them: one write if they fit.
pub(crate) fn write_parts<const COUNT: usize>(to: impl AsFd, parts: [&[u8]; COUNT]) -> io::Result<()> {
    let mut parts = parts.map(IoSlice::new);
    let mut parts = &mut parts[..];
    while !parts.is_empty() {
        let count = rustix::io::writev(&to, parts)?;
        IoSlice::advance_slices(&mut parts, count);
    }
    Ok(())
}
