//! Bytes from a stream, cut into lines at `\n` and nowhere else (MCP `basic/transports`, stdio).

use memchr::memchr;

use super::scan::{Envelope, ScanError, Scanner, scan};
use super::span::Span;

/// From this length on a line that is under way counts as long; the least room that a read is offered, bytes.
const READ: usize = 64 * 1024;
/// The most that one read brings, bytes: what was read is looked at while it is still in the processor's cache.
const CHUNK: usize = 128 * 1024;
/// The longest beginning of a line that is moved so that the memory in which it stands can be used elsewhere, bytes.
const SMALL: usize = 8 * 1024;

/// One line of a [`LineBuffer`], by position, without its `\n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A complete line.
    Complete(Span),
    /// The head of a line that exceeds the limit; the rest is dropped as it comes.
    TooLong(Span),
}

/// What memory a [`LineBuffer`] has use for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// It has what it needs.
    Nothing,
    /// Enough for one read.
    Ordinary,
    /// A long line is under way, or may come next.
    Large,
}

/// Collects bytes and hands out lines. A line of any size is read into place once, and [`LineBuffer::take`] gives the
/// memory itself away, so that a large frame is never copied.
#[derive(Debug)]
pub struct LineBuffer {
    /// What was read are the first `filled` bytes; the rest is there to read into.
    storage: Vec<u8>,
    filled: usize,
    start: usize,
    searched: usize,
    limit: usize,
    dropping: bool,
    /// What was found so far in the long line that is under way, or was the last to be completed.
    scanner: Option<Scanner>,
    /// The last line was taken: the next one may be as large.
    large: bool,
}

impl LineBuffer {
    /// The most memory that ordinary reads come to hold, bytes.
    pub const ORDINARY: usize = 2 * CHUNK;

    /// An empty buffer that refuses lines longer than `limit` bytes (at most 4 GiB - 1).
    pub fn new(limit: usize) -> Self {
        let limit = limit.min(u32::MAX as usize);
        Self { limit, ..Self::of_line(Vec::new()) }
    }

    /// A buffer whose one line, without its `\n`, has been read already.
    pub fn of_line(line: Vec<u8>) -> Self {
        let end = line.len();
        Self {
            storage: line,
            filled: end,
            start: end,
            searched: end,
            limit: end,
            dropping: false,
            scanner: None,
            large: false,
        }
    }

    /// Where to read into, never empty. Say with [`LineBuffer::filled`] how much came.
    pub fn room(&mut self) -> &mut [u8] {
        if self.start == self.filled {
            self.restart();
        }
        if self.storage.capacity() - self.filled < READ {
            self.storage.copy_within(self.start..self.filled, 0);
            self.filled -= self.start;
            self.searched -= self.start;
            self.start = 0;
            let target = self.filled + CHUNK.max(self.filled);
            self.storage.reserve(target.saturating_sub(self.storage.len()));
        }
        let end = self.storage.capacity().min(self.filled + CHUNK);
        // Memory that was never used is only touched when its turn comes.
        if self.storage.len() < end {
            self.storage.resize(end, 0);
        }
        &mut self.storage[self.filled..end]
    }

    /// The first `count` bytes of the room were read; now call [`LineBuffer::next_line`] until it is `None`.
    pub fn filled(&mut self, count: usize) {
        self.filled += count;
    }

    /// The next line, which is thereby consumed. Its bytes stay readable until [`LineBuffer::room`] is called.
    pub fn next_line(&mut self) -> Option<Line> {
        if self.searched == self.start {
            self.scanner = None;
        }
        loop {
            let Some(found) = memchr(b'\n', &self.storage[self.searched..self.filled]) else {
                self.searched = self.filled;
                if self.is_growing() && !self.dropping {
                    self.scanner.get_or_insert_default().feed(&self.storage[self.start..self.filled]);
                }
                return self.overflow();
            };
            let line = Span::new(self.start, self.searched + found);
            self.large = false;
            self.start = line.end() + 1;
            self.searched = self.start;
            if std::mem::take(&mut self.dropping) {
                continue;
            }
            return Some(if line.len() > self.limit { Line::TooLong(line) } else { Line::Complete(line) });
        }
    }

    fn overflow(&mut self) -> Option<Line> {
        let waiting = Span::new(self.start, self.filled);
        if self.dropping {
            self.start = self.filled;
            return None;
        }
        if waiting.len() <= self.limit {
            return None;
        }
        self.dropping = true;
        self.start = self.filled;
        Some(Line::TooLong(waiting))
    }

    /// Scans the line that [`LineBuffer::next_line`] returned last. Of a long one only the end is new.
    pub fn scan(&mut self, line: Span) -> Result<Envelope, ScanError> {
        let frame = line.of(&self.storage);
        if self.scanner.is_none() {
            return scan(frame);
        }
        self.scanner.take().unwrap_or_default().finish(frame)
    }

    /// What is left behind the last `\n` when the stream has ended.
    pub fn remainder(&mut self) -> Option<Line> {
        let rest = Span::new(self.start, self.filled);
        self.start = self.filled;
        (!rest.is_empty() && !self.dropping).then_some(Line::Complete(rest))
    }

    /// Everything that spans are positions in.
    pub fn bytes(&self) -> &[u8] {
        &self.storage[..self.filled]
    }

    /// Gives away the memory in which the line stands that came last, at the same position; what follows it stays here.
    pub fn take(&mut self) -> Vec<u8> {
        self.large = true;
        self.part()
    }

    /// What memory would be of use for the next read. Give it with [`LineBuffer::give`].
    pub fn wants(&self) -> Want {
        let waiting = self.filled - self.start;
        if self.large && waiting == 0 || self.is_growing() {
            return Want::Large;
        }
        if self.storage.capacity() - waiting < READ { Want::Ordinary } else { Want::Nothing }
    }

    /// Gives memory away when little stands in it, and not the beginning of what may be another large line.
    pub fn put_away(&mut self) -> Option<Vec<u8>> {
        let waiting = self.filled - self.start;
        let idle = waiting <= SMALL && self.storage.len() > SMALL && (waiting == 0 || !self.large);
        idle.then(|| self.part())
    }

    /// Gives away the memory, and keeps a copy of what was not read yet.
    fn part(&mut self) -> Vec<u8> {
        let rest = self.storage[self.start..self.filled].to_vec();
        self.searched = self.searched.saturating_sub(self.start);
        self.filled = rest.len();
        self.start = 0;
        std::mem::replace(&mut self.storage, rest)
    }

    /// Takes memory back, if it is more than what is here.
    pub fn give(&mut self, mut spare: Vec<u8>) {
        let here = self.start..self.filled;
        if spare.len() > self.storage.len() {
            spare[..here.len()].copy_from_slice(&self.storage[here.clone()]);
            self.storage = spare;
            self.filled = here.len();
            self.searched -= here.start;
            self.start = 0;
        }
    }

    /// Whether a line is under way that outgrew an ordinary read.
    pub fn is_growing(&self) -> bool {
        self.filled - self.start >= READ
    }

    fn restart(&mut self) {
        self.filled = 0;
        self.start = 0;
        self.searched = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(buffer: &LineBuffer, line: Line) -> String {
        let (mark, span) = match line {
            Line::Complete(span) => ("", span),
            Line::TooLong(span) => ("!", span),
        };
        format!("{mark}{}", String::from_utf8_lossy(span.of(buffer.bytes())))
    }

    fn read(buffer: &mut LineBuffer, chunk: &str) {
        buffer.room()[..chunk.len()].copy_from_slice(chunk.as_bytes());
        buffer.filled(chunk.len());
    }

    fn lines(buffer: &mut LineBuffer, chunk: &str) -> Vec<String> {
        read(buffer, chunk);
        std::iter::from_fn(|| buffer.next_line().map(|line| text(buffer, line))).collect()
    }

    #[test]
    fn lines_are_whole_however_the_bytes_arrive() {
        let mut buffer = LineBuffer::new(100);
        assert_eq!(lines(&mut buffer, "on"), [""; 0]);
        assert_eq!(lines(&mut buffer, "e\ntwo\r\n\nthr\u{2028}ee"), ["one", "two\r", ""]);
        assert_eq!(lines(&mut buffer, "\nrest"), ["thr\u{2028}ee"]);
        let rest = buffer.remainder().map(|line| text(&buffer, line));
        assert_eq!(rest.as_deref(), Some("rest"));
    }

    #[test]
    fn a_line_over_the_limit_is_reported_once_and_the_next_one_is_whole() {
        let mut buffer = LineBuffer::new(4);
        assert_eq!(lines(&mut buffer, "12345"), ["!12345"]);
        assert_eq!(lines(&mut buffer, "67890"), [""; 0]);
        assert_eq!(lines(&mut buffer, "1\nok\n"), ["ok"]);
        assert_eq!(lines(&mut buffer, "123456\nok\n"), ["!123456", "ok"]);
    }

    #[test]
    fn taking_a_line_keeps_what_follows_and_memory_can_come_back() {
        let mut buffer = LineBuffer::new(100);
        read(&mut buffer, "first\nsecond\nth");
        let Some(Line::Complete(first)) = buffer.next_line() else { panic!("a line") };
        let taken = buffer.take();
        assert_eq!(first.of(&taken), b"first");
        assert_eq!(lines(&mut buffer, ""), ["second"]);
        buffer.give(vec![0; 1 << 20]);
        assert_eq!(lines(&mut buffer, "ird\n"), ["third"]);
        assert_eq!(lines(&mut buffer, "four"), [""; 0]);
        assert_eq!(buffer.put_away().map(|memory| memory.len()), Some(1 << 20));
        assert_eq!(buffer.wants(), Want::Ordinary);
        assert_eq!(lines(&mut buffer, "th\n"), ["fourth"]);
        // What was given for a large line that did not come is not kept.
        let _ = buffer.take();
        assert_eq!(buffer.wants(), Want::Large);
        buffer.give(vec![0; 1 << 20]);
        assert!(!buffer.room().is_empty());
        assert_eq!(buffer.put_away().map(|memory| memory.len()), Some(1 << 20));
        assert_eq!((buffer.put_away(), buffer.wants()), (None, Want::Large));
    }
}
