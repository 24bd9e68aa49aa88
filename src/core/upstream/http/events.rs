//! A stream of server-sent events, taken apart (WHATWG HTML, section 9.2.6 "Interpreting an event stream").

use std::time::Duration;

use memchr::{memchr, memchr2};

/// What MCP calls an event without a name; so does HTML.
const MESSAGE: &[u8] = b"message";

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// A JSON-RPC message on one line: what its lines were joined by is a space.
    Message(Vec<u8>),
    /// Where messages are to be sent (HTTP+SSE of MCP 2024-11-05): a URL, relative or whole.
    Endpoint(Vec<u8>),
    /// The beginning of a message that is longer than allowed.
    TooLong(Vec<u8>),
}

/// How much of what is too long is kept, bytes: what it answers stands there, mostly.
const HEAD: usize = 4 * 1024;
/// Room for the name of a field beside what is bounded, bytes.
const FIELD: usize = 64;
/// The longest id that is remembered, bytes: it is to fit into a header.
const LONGEST_ID: usize = 4 * 1024;

/// How much of the data of an event there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filled {
    /// Nothing yet.
    No,
    /// As much as came.
    Yes,
    /// What came last did not fit.
    TooMuch,
}

/// Takes a stream apart as its bytes come. Other events than [`Event`] names are left out, as are empty ones.
#[derive(Debug)]
pub(super) struct Events {
    limit: usize,
    /// What stands before the first line: a byte order mark, if anything.
    begun: bool,
    /// The last byte was a carriage return: a line feed after it belongs to it.
    after_return: bool,
    /// The beginning of a line whose end has not come yet.
    line: Vec<u8>,
    data: Vec<u8>,
    filled: Filled,
    name: Vec<u8>,
    /// The id of the event that is under way, once it is known; an empty one is none.
    id: Option<Vec<u8>>,
    last_id: Option<Vec<u8>>,
    /// Whether the server has numbered anything since this stream began.
    numbers: bool,
    retry: Option<Duration>,
}

impl Events {
    /// The start of a stream whose events are `limit` bytes long at most.
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            begun: false,
            after_return: false,
            line: Vec::new(),
            data: Vec::new(),
            filled: Filled::No,
            name: Vec::new(),
            id: None,
            last_id: None,
            numbers: false,
            retry: None,
        }
    }

    /// The id of the last whole event that had one: whoever comes back with it misses nothing.
    pub(super) fn last_id(&self) -> Option<&[u8]> {
        self.last_id.as_deref()
    }

    /// Whether the server has numbered anything on this stream, be it as before: so it says that there is more to come.
    pub(super) fn numbers(&self) -> bool {
        self.numbers
    }

    /// How long to wait before coming back, if the server said so.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Another stream takes the place of this one: what of an event is there is forgotten, as its end will not come.
    pub(super) fn restart(&mut self) {
        let Self { limit, last_id, retry, .. } = std::mem::replace(self, Self::new(0));
        *self = Self { last_id, retry, ..Self::new(limit) };
    }

    /// Takes the next `bytes`; whole events go to `found`, in their order.
    pub(super) fn take(&mut self, mut bytes: &[u8], mut found: impl FnMut(Event)) {
        while !bytes.is_empty() {
            if std::mem::take(&mut self.after_return) && bytes[0] == b'\n' {
                bytes = &bytes[1..];
                continue;
            }
            let Some(end) = memchr2(b'\r', b'\n', bytes) else {
                self.begin(bytes);
                return;
            };
            self.after_return = bytes[end] == b'\r';
            // A line that came whole is not copied first.
            let mut begun = std::mem::take(&mut self.line);
            let line = if begun.is_empty() {
                &bytes[..end]
            } else {
                begun.extend_from_slice(&bytes[..end]);
                &begun
            };
            self.line(line, &mut found);
            bytes = &bytes[end + 1..];
        }
    }

    /// Keeps the beginning of a line. Of what is too long only so much that it is known how it began.
    fn begin(&mut self, bytes: &[u8]) {
        let room = (self.limit + FIELD).saturating_sub(self.data.len() + self.line.len());
        let kept = bytes.len().min(room);
        self.line.extend_from_slice(&bytes[..kept]);
    }

    fn line(&mut self, line: &[u8], found: &mut impl FnMut(Event)) {
        let begun = std::mem::replace(&mut self.begun, true);
        let line = if begun { line } else { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) };
        if line.is_empty() {
            return self.end(found);
        }
        let (field, value) = match memchr(b':', line) {
            Some(colon) => (&line[..colon], &line[colon + 1..]),
            None => (line, [].as_slice()),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match field {
            b"data" => {
                let between = if self.filled == Filled::No { [].as_slice() } else { b" " };
                for piece in [between, value] {
                    let room = self.limit.saturating_sub(self.data.len());
                    self.data.extend_from_slice(&piece[..piece.len().min(room)]);
                    let fits = piece.len() <= room && self.filled != Filled::TooMuch;
                    self.filled = if fits { Filled::Yes } else { Filled::TooMuch };
                }
            }
            b"event" => self.name = value.to_vec(),
            b"id" if !value.contains(&0) => {
                self.numbers = true;
                self.id = Some(if is_sendable(value) { value.to_vec() } else { Vec::new() });
            }
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                let millis = std::str::from_utf8(value).ok().and_then(|digits| digits.parse().ok());
                self.retry = Some(Duration::from_millis(millis.unwrap_or(u64::MAX)));
            }
            // A comment, or nothing that HTML knows.
            _ => {}
        }
    }

    fn end(&mut self, found: &mut impl FnMut(Event)) {
        let (name, mut data) = (std::mem::take(&mut self.name), std::mem::take(&mut self.data));
        let too_long = std::mem::replace(&mut self.filled, Filled::No) == Filled::TooMuch;
        if let Some(id) = self.id.take() {
            self.last_id = Some(id).filter(|id| !id.is_empty());
        }
        match &*name {
            _ if data.is_empty() => {}
            _ if too_long => {
                data.truncate(HEAD);
                found(Event::TooLong(data));
            }
            b"" | MESSAGE => found(Event::Message(data)),
            b"endpoint" => found(Event::Endpoint(data)),
            _ => {}
        }
    }
}

/// Whether an id can be sent back as a header; an empty one is none.
fn is_sendable(id: &[u8]) -> bool {
    (1..=LONGEST_ID).contains(&id.len()) && !id.iter().any(u8::is_ascii_control)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(stream: &[u8]) -> (Vec<Event>, Events) {
        let (mut events, mut found) = (Events::new(1000), Vec::new());
        events.take(stream, |event| found.push(event));
        (found, events)
    }

    fn messages(stream: &str) -> Vec<String> {
        let text = |event| match event {
            Event::Message(text) => String::from_utf8(text).expect("text"),
            Event::Endpoint(text) => format!("endpoint {}", String::from_utf8(text).expect("text")),
            Event::TooLong(head) => format!("too long {}", String::from_utf8(head).expect("text")),
        };
        all(stream.as_bytes()).0.into_iter().map(text).collect()
    }

    #[test]
    fn messages_are_what_the_specification_says() {
        assert_eq!(messages("event: message\ndata: {\"a\":1}\n\n"), ["{\"a\":1}"]);
        assert_eq!(messages("data:{}\r\n\r\ndata: {}\r\rdata:  {}\n\n"), ["{}", "{}", " {}"]);
        assert_eq!(messages("\u{feff}data: {\ndata: \"a\":\ndata:1}\n\n"), ["{ \"a\": 1}"]);
        assert_eq!(messages(": comment\n\nevent: other\ndata: x\n\ndata\n\ndata:\n\nid: 1\n\n"), [""; 0]);
        assert_eq!(messages("event: endpoint\ndata: /m?s=1\n\ndata: {}\n\n"), ["endpoint /m?s=1", "{}"]);
        assert_eq!(messages("data: unfinished\n"), [""; 0]);
    }

    #[test]
    fn ids_and_waits_are_kept_from_event_to_event_and_from_stream_to_stream() {
        let (_, mut events) =
            all(b"id: 7\nretry: 1500\ndata: x\n\nid: a\0b\nretry: soon\ndata: y\n\ndata: half");
        assert_eq!((events.last_id(), events.retry()), (Some(&b"7"[..]), Some(Duration::from_millis(1500))));
        events.restart();
        let mut found = Vec::new();
        events.take(b"data: z\n\n", |event| found.push(event));
        assert_eq!(found, [Event::Message(b"z".to_vec())]);
        assert_eq!(events.last_id(), Some(&b"7"[..]));
        assert_eq!(all(b"id: 7\ndata: x\n\nid\ndata: y\n\n").1.last_id(), None);
        // What can't be sent back is no id.
        assert_eq!(all(b"id: 7\ndata: x\n\nid: \x01\ndata: y\n\n").1.last_id(), None);
    }

    #[test]
    fn the_id_of_an_event_that_was_cut_is_not_that_of_the_last_one() {
        let (_, mut events) = all(b"id: 7\ndata:\n\nid: 8\ndata: half");
        assert_eq!(events.last_id(), Some(&b"7"[..]));
        events.restart();
        events.take(b"data: whole\n\n", |_| {});
        assert_eq!(events.last_id(), Some(&b"7"[..]));
    }

    #[test]
    fn what_is_too_long_is_told_of_once_and_takes_no_room() {
        for piece in [&b"data: 0123456789\n"[..], b"0123456789", b": comment "] {
            let (mut events, mut found) = (Events::new(100), Vec::new());
            events.take(b"data: {\"id\":1,", |event| found.push(event));
            for _ in 0..100 {
                events.take(piece, |event| found.push(event));
                assert!(events.line.len() + events.data.len() <= 100 + FIELD);
            }
            events.take(b"\n\ndata: next\n\n", |event| found.push(event));
            let told =
                |event: &Event| matches!(event, Event::TooLong(head) if head.starts_with(b"{\"id\":1,"));
            assert!(found.len() == 2 && told(&found[0]), "{found:?}");
            assert_eq!(found[1], Event::Message(b"next".to_vec()));
        }
    }

    proptest! {
        #[test]
        fn it_does_not_matter_how_the_bytes_come(
            stream in prop::collection::vec(prop::sample::select(vec![
                &b"data: "[..], b"data:{\"a\":1}", b"\n", b"\r", b"\r\n", b"id: 1", b"event: message", b"x", b":", b"\xef\xbb\xbf",
            ]), 0..40),
            cuts in prop::collection::vec(0usize..200, 0..6),
        ) {
            let stream = stream.concat();
            let whole = all(&stream);
            let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(stream.len())).collect();
            cuts.extend([0, stream.len()]);
            cuts.sort_unstable();
            let (mut events, mut found) = (Events::new(1000), Vec::new());
            for pair in cuts.windows(2) {
                events.take(&stream[pair[0]..pair[1]], |event| found.push(event));
            }
            prop_assert_eq!(found, whole.0);
            prop_assert_eq!(events.last_id(), whole.1.last_id());
        }
    }
}
