//! One line of a log file: `TIME PID STREAM TEXT`.

use jiff::Timestamp;

/// Bytes of text that one line keeps at most.
pub(super) const LONGEST: usize = 8 * 1024;

/// Who said it, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// The server, on its stderr.
    Stderr,
    /// The server, on its stdout, where only messages of the protocol may be.
    Stdout,
    /// mcpgw.
    Mcpgw,
}

impl Stream {
    const ALL: [Self; 3] = [Self::Stderr, Self::Stdout, Self::Mcpgw];

    /// Its word in a log file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stderr => "stderr",
            Self::Stdout => "stdout",
            Self::Mcpgw => "mcpgw",
        }
    }
}

/// What a line of a log file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was said; unknown of a line that somebody else wrote into the file.
    pub at: Option<Timestamp>,
    /// The mcpgw process that wrote it down.
    pub pid: Option<u32>,
    /// Who said it.
    pub stream: Option<Stream>,
    /// What was said: raw bytes of anybody, without a line feed.
    pub text: Vec<u8>,
}

impl Entry {
    /// Reads a line without its line feed. One that is not of ours is all text.
    pub fn parse(line: &[u8]) -> Self {
        Self::parse_own(line).unwrap_or_else(|| Self { at: None, pid: None, stream: None, text: line.into() })
    }

    fn parse_own(line: &[u8]) -> Option<Self> {
        let mut parts = line.splitn(4, |&byte| byte == b' ');
        let mut word = || parts.next().and_then(|word| std::str::from_utf8(word).ok());
        let at = word()?.parse().ok()?;
        let pid = word()?.parse().ok()?;
        let stream = word()?;
        let stream = Stream::ALL.into_iter().find(|known| known.as_str() == stream)?;
        Some(Self { at: Some(at), pid: Some(pid), stream: Some(stream), text: parts.next()?.into() })
    }
}

/// What stands before the text of a line, with milliseconds of UTC (RFC 3339).
pub(super) fn head(at: Timestamp, pid: u32, stream: Stream) -> String {
    format!("{at:.3} {pid} {} ", stream.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_it_was_written() {
        let at = Timestamp::from_millisecond(1_763_712_000_120).expect("a time");
        let mut line = head(at, 42, Stream::Stderr).into_bytes();
        assert_eq!(line, b"2025-11-21T08:00:00.120Z 42 stderr ");
        line.extend_from_slice(b"  two  spaces \xff\0");
        let entry = Entry::parse(&line);
        assert_eq!((entry.at, entry.pid, entry.stream), (Some(at), Some(42), Some(Stream::Stderr)));
        assert_eq!(entry.text, b"  two  spaces \xff\0");
    }

    #[test]
    fn a_line_of_somebody_else_is_all_text() {
        for line in
            ["", "hello", "2025-11-21T08:00:00Z 42 stderr", "2025-11-21T08:00:00Z 42 other x", "x 1 stderr y"]
        {
            let entry = Entry::parse(line.as_bytes());
            assert_eq!((entry.at, entry.text.as_slice()), (None, line.as_bytes()), "{line:?}");
        }
    }
}
