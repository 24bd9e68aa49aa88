//! Finds the members of a frame that decide where it goes (JSON-RPC 2.0; MCP `basic`).

use super::skip::{Broken, skip_bare, skip_string, skip_value, skip_value_with, skip_whitespace};
use super::span::Span;
use super::text::unquote;

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
}

const FIELDS: usize = Field::Capabilities as usize + 1;

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

    fn new() -> Self {
        Self { slots: [Span::default(); FIELDS], repeated: 0, strict: true, links: false }
    }

    fn set(&mut self, field: Field, span: Span) {
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
    let start = skip_whitespace(frame, 0);
    let kind = match frame.get(start) {
        Some(b'{') => ScanErrorKind::Malformed,
        Some(b'[') => return Err(ScanError { kind: ScanErrorKind::Batch, id: None }),
        Some(_) => return Err(ScanError { kind: ScanErrorKind::Malformed, id: None }),
        None => return Err(ScanError { kind: ScanErrorKind::Blank, id: None }),
    };
    let mut envelope = Envelope::new();
    let end = object(frame, start, Level::Frame, &mut envelope);
    match end {
        Ok(end) if skip_whitespace(frame, end) == frame.len() => Ok(envelope),
        _ => Err(ScanError { kind, id: envelope.get(Field::Id).filter(|_| !envelope.repeated(Field::Id)) }),
    }
}

/// The objects whose members are looked at.
#[derive(Clone, Copy)]
enum Level {
    Frame,
    Params,
    Meta,
    Reference,
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
            (Self::Meta, b"progressToken") => Field::MetaProgressToken,
            (Self::Reference, b"type") => Field::ReferenceType,
            (Self::Reference, b"name") => Field::ReferenceName,
            (Self::Reference, b"uri") => Field::ReferenceUri,
            _ => return None,
        })
    }
}

/// The level that the members of `field`'s own object are looked at on.
fn inner(field: Option<Field>) -> Option<Level> {
    match field? {
        Field::Params => Some(Level::Params),
        Field::Meta => Some(Level::Meta),
        Field::Reference => Some(Level::Reference),
        _ => None,
    }
}

/// Reads the object that starts at `at`; at most three levels deep, since only named members are entered.
fn object(frame: &[u8], at: usize, level: Level, envelope: &mut Envelope) -> Result<usize, Broken> {
    let mut at = skip_whitespace(frame, at + 1);
    if frame.get(at) == Some(&b'}') {
        return Ok(at + 1);
    }
    loop {
        let key_end = skip_string(frame, at)?;
        let field = key(&frame[at..key_end], level);
        at = skip_whitespace(frame, key_end);
        if frame.get(at) != Some(&b':') {
            return Err(Broken);
        }
        at = value(frame, skip_whitespace(frame, at + 1), field, envelope)?;
        at = skip_whitespace(frame, at);
        match frame.get(at) {
            Some(b',') => at = skip_whitespace(frame, at + 1),
            Some(b'}') => return Ok(at + 1),
            _ => return Err(Broken),
        }
    }
}

/// The field that a key token (with its quotes) names.
fn key(token: &[u8], level: Level) -> Option<Field> {
    let plain = &token[1..token.len() - 1];
    match level.field(plain) {
        None if plain.contains(&b'\\') => level.field(unquote(token)?.as_bytes()),
        field => field,
    }
}

fn value(frame: &[u8], at: usize, field: Option<Field>, envelope: &mut Envelope) -> Result<usize, Broken> {
    let end = match frame.get(at) {
        Some(b'{') if let Some(level) = inner(field) => object(frame, at, level, envelope)?,
        Some(b'{' | b'[') if field == Some(Field::Result) => {
            skip_value_with(frame, at, &mut |text| envelope.links |= text == b"\"resource_link\"")?
        }
        Some(b'"' | b'{' | b'[') => skip_value(frame, at)?,
        _ => {
            let end = skip_bare(frame, at)?;
            envelope.strict &= is_json_scalar(&frame[at..end]);
            end
        }
    };
    if let Some(field) = field {
        envelope.set(field, Span::new(at, end));
    }
    Ok(end)
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
