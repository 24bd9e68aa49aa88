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
}

/// An event is longer than allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLong;

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
    has_data: bool,
    name: Vec<u8>,
    last_id: Option<Vec<u8>>,
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
            has_data: false,
            name: Vec::new(),
            last_id: None,
            retry: None,
        }
    }

    /// The last event's id that was given: whoever comes back with it misses nothing.
    pub(super) fn last_id(&self) -> Option<&[u8]> {
        self.last_id.as_deref()
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
    pub(super) fn take(&mut self, mut bytes: &[u8], mut found: impl FnMut(Event)) -> Result<(), TooLong> {
        while !bytes.is_empty() {
            if std::mem::take(&mut self.after_return) && bytes[0] == b'\n' {
                bytes = &bytes[1..];
                continue;
            }
            let Some(end) = memchr2(b'\r', b'\n', bytes) else {
                self.require_room(bytes.len())?;
                self.line.extend_from_slice(bytes);
                return Ok(());
            };
            self.require_room(end)?;
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
        Ok(())
    }

    fn require_room(&self, more: usize) -> Result<(), TooLong> {
        if self.data.len() + self.line.len() + more > self.limit + FIELD { Err(TooLong) } else { Ok(()) }
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
                if self.has_data {
                    self.data.push(b' ');
                }
                self.has_data = true;
                self.data.extend_from_slice(value);
            }
            b"event" => self.name = value.to_vec(),
            b"id" if !value.contains(&0) => self.last_id = Some(value.to_vec()).filter(|id| !id.is_empty()),
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                let millis = std::str::from_utf8(value).ok().and_then(|digits| digits.parse().ok());
                self.retry = Some(Duration::from_millis(millis.unwrap_or(u64::MAX)));
            }
            // A comment, or nothing that HTML knows.
            _ => {}
        }
    }

    fn end(&mut self, found: &mut impl FnMut(Event)) {
        let (name, data) = (std::mem::take(&mut self.name), std::mem::take(&mut self.data));
        self.has_data = false;
        match &*name {
            _ if data.is_empty() => {}
            b"" | MESSAGE => found(Event::Message(data)),
            b"endpoint" => found(Event::Endpoint(data)),
            _ => {}
        }
    }
}

/// Room for the name of a field beside what is bounded, bytes.
const FIELD: usize = 64;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(stream: &[u8]) -> (Vec<Event>, Events) {
        let (mut events, mut found) = (Events::new(1000), Vec::new());
        events.take(stream, |event| found.push(event)).expect("short enough");
        (found, events)
    }

    fn messages(stream: &str) -> Vec<String> {
        let text = |event| match event {
            Event::Message(text) => String::from_utf8(text).expect("text"),
            Event::Endpoint(text) => format!("endpoint {}", String::from_utf8(text).expect("text")),
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
        events.take(b"data: z\n\n", |event| found.push(event)).expect("short enough");
        assert_eq!(found, [Event::Message(b"z".to_vec())]);
        assert_eq!(events.last_id(), Some(&b"7"[..]));
        assert_eq!(all(b"id: 7\ndata: x\n\nid\ndata: y\n\n").1.last_id(), None);
    }

    #[test]
    fn an_event_without_an_end_is_given_up() {
        for piece in [&b"data: 0123456789\n"[..], b"0123456789", b": comment "] {
            let mut events = Events::new(1000);
            let ended = (0..1000).find_map(|_| events.take(piece, |_| {}).err());
            let comment = piece.starts_with(b"data");
            assert_eq!(ended, Some(TooLong), "{comment}");
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
                events.take(&stream[pair[0]..pair[1]], |event| found.push(event)).expect("short enough");
            }
            prop_assert_eq!(found, whole.0);
            prop_assert_eq!(events.last_id(), whole.1.last_id());
        }
    }
}
