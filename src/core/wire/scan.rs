//! Finds the members of a frame that decide where it goes (JSON-RPC 2.0; MCP `basic`).

#![expect(clippy::inline_always, reason = "the crate is built for size, and every frame comes through here")]

use super::span::Span;
use super::text::unquote;
use super::walk::{Broken, Step, Visit, Walk, skip_whitespace};

/// A member that may decide something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Field {
    /// `id`
    Id,
    /// `method`
    Method,
    /// `params`
    Params,
    /// `result`
    Result,
    /// `error`
    Error,
    /// `params.name`: the tool or prompt.
    Name,
    /// `params.uri`
    Uri,
    /// `params.cursor`
    Cursor,
    /// `params.level` of `logging/setLevel`.
    Level,
    /// `params.requestId` of `notifications/cancelled`.
    RequestId,
    /// `params.progressToken` of `notifications/progress`.
    ProgressToken,
    /// `params._meta`
    Meta,
    /// `params._meta.progressToken`
    MetaProgressToken,
    /// `params.ref` of `completion/complete`.
    Reference,
    /// `params.ref.type`
    ReferenceType,
    /// `params.ref.name`
    ReferenceName,
    /// `params.ref.uri`
    ReferenceUri,
    /// `params.protocolVersion` of `initialize`.
    ProtocolVersion,
    /// `params.capabilities` of `initialize`.
    Capabilities,
    /// `params.task`: the request is to run as a task.
    Task,
    /// `params.taskId`
    TaskId,
    /// `result.isError` of a tool.
    ResultIsError,
}

const FIELDS: usize = Field::ResultIsError as usize + 1;

/// How a `resource_link` says what it is.
const LINK: &[u8] = b"\"resource_link\"";

/// Which of the JSON-RPC kinds a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `method` and `id`.
    Request,
    /// `method` without `id`.
    Notification,
    /// `id` with `result` or `error`.
    Response,
    /// None of these.
    Invalid,
}

/// Where the deciding members of one frame are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    slots: [Span; FIELDS],
    repeated: u32,
    strict: bool,
    links: bool,
}

/// What is wrong with a frame that could not be scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScanErrorKind {
    /// Nothing but white space.
    Blank,
    /// An array: a batch of 2025-03-26.
    Batch,
    /// Not one JSON object, complete, with nothing behind it.
    Malformed,
}

/// A frame that could not be scanned, with what was recovered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScanError {
    /// What is wrong.
    pub kind: ScanErrorKind,
    /// The `id` token, if it stood before the fault.
    pub id: Option<Span>,
    /// Whether a `method` stood before the fault: it was no answer.
    pub asks: bool,
}

impl Default for Envelope {
    fn default() -> Self {
        Self { slots: [Span::default(); FIELDS], repeated: 0, strict: true, links: false }
    }
}

impl Envelope {
    /// The value of `field`, as it stands in the frame; the last one when it is repeated.
    pub fn get(&self, field: Field) -> Option<Span> {
        let span = self.slots[field as usize];
        (!span.is_empty()).then_some(span)
    }

    /// The value of `field` if it occurs exactly once, so that every reader takes the same.
    pub fn once(&self, field: Field) -> Option<Span> {
        self.get(field).filter(|_| !self.repeated(field))
    }

    /// Whether `field` occurs more than once, so that two readers may take different ones.
    pub fn repeated(&self, field: Field) -> bool {
        self.repeated & 1 << field as u32 != 0
    }

    /// Whether every bare word outside the skipped values is JSON. Inside them it is the receiver's to judge.
    pub fn strict(&self) -> bool {
        self.strict
    }

    /// Whether the `result` holds a `resource_link` (MCP `server/tools`, resource links).
    pub fn has_links(&self) -> bool {
        self.links
    }

    /// The frame's kind by its members. A repeated `id` or `method` is no kind at all.
    pub fn kind(&self) -> Kind {
        if self.repeated(Field::Id) || self.repeated(Field::Method) {
            return Kind::Invalid;
        }
        match (self.get(Field::Method).is_some(), self.get(Field::Id).is_some()) {
            (true, true) => Kind::Request,
            (true, false) => Kind::Notification,
            (false, true) if self.get(Field::Result).is_some() || self.get(Field::Error).is_some() => {
                Kind::Response
            }
            (false, _) => Kind::Invalid,
        }
    }

    fn found(&mut self, field: Option<Field>, span: Span) {
        let Some(field) = field else { return };
        let slot = &mut self.slots[field as usize];
        if !slot.is_empty() {
            self.repeated |= 1 << field as u32;
        }
        *slot = span;
    }
}

/// Scans one frame: a JSON object that ends at the frame's end, white space aside.
///
/// Keys that hold an escape are compared by what they mean, so `"\u006eame"` is `name`.
pub fn scan(frame: &[u8]) -> Result<Envelope, ScanError> {
    Scanner::default().finish(frame)
}

/// Scans a frame as it arrives, so that a large one is looked at while it is still in the processor's cache.
#[derive(Debug, Clone, Default)]
pub struct Scanner {
    walk: Option<Walk>,
    finder: Finder,
    outcome: Option<Result<usize, Broken>>,
}

impl Scanner {
    /// Looks at what has arrived of the frame since the last call.
    pub fn feed(&mut self, frame: &[u8]) {
        if self.outcome.is_some() || self.walk.is_none() && opening(frame).is_err() {
            return;
        }
        let walk = self.walk.get_or_insert_with(|| Walk::new(0));
        self.outcome = match walk.run(frame, &mut self.finder) {
            Ok(Step::More) => None,
            Ok(Step::Complete(end)) => Some(Ok(end)),
            Err(broken) => Some(Err(broken)),
        };
    }

    /// Looks at the rest of a frame that is complete.
    pub fn finish(mut self, frame: &[u8]) -> Result<Envelope, ScanError> {
        opening(frame).map_err(|kind| ScanError { kind, id: None, asks: false })?;
        self.feed(frame);
        let envelope = self.finder.envelope;
        match self.outcome {
            Some(Ok(end)) if skip_whitespace(frame, end) == frame.len() => Ok(envelope),
            _ => Err(ScanError {
                kind: ScanErrorKind::Malformed,
                id: envelope.once(Field::Id),
                asks: envelope.get(Field::Method).is_some(),
            }),
        }
    }
}

/// Refuses what can't become an object.
fn opening(frame: &[u8]) -> Result<(), ScanErrorKind> {
    match frame.get(skip_whitespace(frame, 0)) {
        Some(b'{') => Ok(()),
        Some(b'[') => Err(ScanErrorKind::Batch),
        Some(_) => Err(ScanErrorKind::Malformed),
        None => Err(ScanErrorKind::Blank),
    }
}

/// Fills an envelope from a walk.
#[derive(Debug, Clone, Default)]
struct Finder {
    envelope: Envelope,
    /// The objects whose members are looked at, outermost first. The first one stands at depth 1, each next one in it.
    levels: [Place; 3],
    count: usize,
}

/// An object whose members are looked at.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    level: Level,
    /// The member under way.
    field: Option<Field>,
    /// Where its value starts.
    start: usize,
}

impl Finder {
    /// The innermost looked-at object, if that is what stands at `depth`.
    #[inline(always)]
    fn at(&mut self, depth: usize) -> Option<&mut Place> {
        (depth == self.count && depth > 0).then(|| &mut self.levels[depth - 1])
    }
}

impl Visit for Finder {
    #[inline(always)]
    fn key(&mut self, frame: &[u8], key: Span, depth: usize) {
        if let Some(place) = self.at(depth) {
            place.field = field_of(key.of(frame), place.level);
        }
    }

    #[inline(always)]
    fn open(&mut self, at: usize, bracket: u8, depth: usize) {
        let level = match self.at(depth - 1) {
            None if depth == 1 => Some(Level::Frame),
            None => None,
            Some(place) => {
                place.start = at;
                inner(place.field)
            }
        };
        if let Some(level) = level.filter(|_| bracket == b'{') {
            self.levels[self.count] = Place { level, field: None, start: at };
            self.count += 1;
        }
    }

    #[inline(always)]
    fn scalar(&mut self, frame: &[u8], value: Span, depth: usize) {
        if let Some(place) = self.at(depth) {
            let (field, token) = (place.field, value.of(frame));
            if matches!(place.level, Level::Result) {
                self.envelope.links |= token == LINK;
            } else {
                self.envelope.strict &= token[0] == b'"' || is_json_scalar(token);
            }
            self.envelope.found(field, value);
        } else if self.count > 0 && self.levels[0].field == Some(Field::Result) {
            self.envelope.links |= value.of(frame) == LINK;
        }
    }

    #[inline(always)]
    fn close(&mut self, end: usize, depth: usize) {
        if self.count == depth {
            self.count -= 1;
        }
        if let Some(place) = self.at(depth - 1) {
            let (field, value) = (place.field, Span::new(place.start, end));
            self.envelope.found(field, value);
        }
    }
}

/// The objects whose members are looked at.
#[derive(Debug, Clone, Copy, Default)]
enum Level {
    #[default]
    Frame,
    Params,
    Meta,
    Reference,
    Result,
}

impl Level {
    fn field(self, key: &[u8]) -> Option<Field> {
        Some(match (self, key) {
            (Self::Frame, b"id") => Field::Id,
            (Self::Frame, b"method") => Field::Method,
            (Self::Frame, b"params") => Field::Params,
            (Self::Frame, b"result") => Field::Result,
            (Self::Frame, b"error") => Field::Error,
            (Self::Params, b"name") => Field::Name,
            (Self::Params, b"uri") => Field::Uri,
            (Self::Params, b"cursor") => Field::Cursor,
            (Self::Params, b"level") => Field::Level,
            (Self::Params, b"requestId") => Field::RequestId,
            (Self::Params, b"progressToken") => Field::ProgressToken,
            (Self::Params, b"_meta") => Field::Meta,
            (Self::Params, b"ref") => Field::Reference,
            (Self::Params, b"protocolVersion") => Field::ProtocolVersion,
            (Self::Params, b"capabilities") => Field::Capabilities,
            (Self::Params, b"task") => Field::Task,
            (Self::Params, b"taskId") => Field::TaskId,
            (Self::Meta, b"progressToken") => Field::MetaProgressToken,
            (Self::Reference, b"type") => Field::ReferenceType,
            (Self::Reference, b"name") => Field::ReferenceName,
            (Self::Reference, b"uri") => Field::ReferenceUri,
            (Self::Result, b"isError") => Field::ResultIsError,
            _ => return None,
        })
    }
}

/// The level that the members of `field`'s own object are looked at on.
fn inner(field: Option<Field>) -> Option<Level> {
    match field? {
        Field::Params => Some(Level::Params),
        Field::Result => Some(Level::Result),
        Field::Meta => Some(Level::Meta),
        Field::Reference => Some(Level::Reference),
        _ => None,
    }
}

/// The field that a key token (with its quotes) names.
fn field_of(token: &[u8], level: Level) -> Option<Field> {
    let plain = &token[1..token.len() - 1];
    match level.field(plain) {
        None if plain.contains(&b'\\') => level.field(unquote(token)?.as_bytes()),
        field => field,
    }
}

/// Whether a bare word is a JSON literal or number (RFC 8259, sections 3 and 6).
fn is_json_scalar(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    if digits.len() < 2 || digits[0] != b'0' && digits.iter().all(u8::is_ascii_digit) {
        return digits.first().is_some_and(u8::is_ascii_digit);
    }
    matches!(word, b"true" | b"false" | b"null")
        || serde_json::from_slice::<serde::de::IgnoredAny>(word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(frame: &str, field: Field) -> Option<String> {
        let envelope = scan(frame.as_bytes()).expect("scannable");
        envelope.get(field).map(|span| frame[span.range()].to_owned())
    }

    #[test]
    fn members_are_found_wherever_they_stand() {
        let frame = r#" {"params" : {"x":{"name":"no"},"name":"yes","_meta":{"progressToken":1.5}},"id":"a","method":"tools/call"} "#;
        assert_eq!(field(frame, Field::Name).as_deref(), Some("\"yes\""));
        assert_eq!(field(frame, Field::MetaProgressToken).as_deref(), Some("1.5"));
        assert_eq!(field(frame, Field::Id).as_deref(), Some("\"a\""));
        assert_eq!(scan(frame.as_bytes()).map(|e| e.kind()), Ok(Kind::Request));
    }

    #[test]
    fn an_escaped_key_is_the_key_that_it_means() {
        let frame = r#"{"id":1,"method":"tools/call","params":{"name":"ok","\u006eame":"srv__rm"}}"#;
        let envelope = scan(frame.as_bytes()).expect("scannable");
        assert!(envelope.repeated(Field::Name));
    }

    #[test]
    fn a_second_id_makes_the_frame_invalid() {
        let envelope = scan(br#"{"id":1,"result":{},"\u0069d":2}"#).expect("scannable");
        assert_eq!(envelope.kind(), Kind::Invalid);
    }

    #[test]
    fn the_id_before_a_fault_is_recovered() {
        let error = scan(br#"{"jsonrpc":"2.0","id":42,"result":{"a":[1,2}"#).expect_err("broken");
        assert_eq!(error.id.map(|id| (id.start(), id.end())), Some((22, 24)));
        assert_eq!(scan(b"{}x").expect_err("broken").kind, ScanErrorKind::Malformed);
        assert_eq!(scan(b" [1]").expect_err("batch").kind, ScanErrorKind::Batch);
        assert_eq!(scan(b" \r").expect_err("blank").kind, ScanErrorKind::Blank);
    }

    #[test]
    fn a_link_is_noticed_where_it_is_a_value_and_nowhere_else() {
        let links = |frame: &str| scan(frame.as_bytes()).is_ok_and(|envelope| envelope.has_links());
        assert!(links(r#"{"id":1,"result":{"content":[{"type":"resource_link","uri":"a:b"}]}}"#));
        assert!(!links(r#"{"id":1,"result":{"resource_link":1,"text":"\"resource_link\""}}"#));
    }

    #[test]
    fn what_a_child_may_say_beyond_json_passes() {
        for frame in [
            r#"{"jsonrpc":"2.0","id":1,"result":{"x":1e400,"y":123456789012345678901234567890,"z":NaN}}"#,
            r#"{"id":1,"result":{"text":"\ud83d"}}"#,
            "{\"id\":1,\"result\":{\"text\":\"a\tb\"}}",
            r#"{"id":1,"result":{},"error":null}"#,
        ] {
            assert_eq!(scan(frame.as_bytes()).map(|e| e.kind()), Ok(Kind::Response), "{frame}");
        }
        let invalid = b"{\"id\":1,\"result\":{\"text\":\"\xff\xfe\"}}";
        assert_eq!(scan(invalid).map(|e| e.kind()), Ok(Kind::Response));
    }
}
