//! Requests that are made once and then differ by their id only, in place.

use std::{io::Write as _, ops::Range};

/// What a request starts with; the answers of the child start alike.
pub(super) const PREFIX: &[u8] = b"{\"jsonrpc\":\"2.0\",\"id\":";
/// Ids have eight digits, so that the length of a frame never changes.
const ID: Range<usize> = PREFIX.len()..PREFIX.len() + 8;
/// The first id; no run comes near the last of eight digits.
pub(crate) const FIRST_ID: u32 = 10_000_000;

/// A request, newline included, whose id can be set.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    bytes: Vec<u8>,
    /// Where the id stands once more, as the token of its progress.
    token: Option<Range<usize>>,
}

impl Request {
    /// A request of `method` with `parameters`, which is JSON text.
    pub(crate) fn new(method: &str, parameters: &str) -> Self {
        let mut bytes = PREFIX.to_vec();
        // Writing to memory can't fail.
        let _ = writeln!(bytes, r#"{FIRST_ID},"method":"{method}","params":{parameters}}}"#);
        Self { bytes, token: None }
    }

    /// A call of `tool` with `arguments`, which is JSON text.
    pub(crate) fn call(tool: &str, arguments: &str) -> Self {
        Self::new("tools/call", &format!(r#"{{"name":"{tool}","arguments":{arguments}}}"#))
    }

    /// A call that wants to hear of its progress, under its own id as the SDKs do.
    pub(crate) fn call_with_progress(tool: &str, arguments: &str) -> Self {
        let parameters = |token: &str| {
            format!(r#"{{"name":"{tool}","arguments":{arguments},"_meta":{{"progressToken":{token}}}}}"#)
        };
        let mut request = Self::new("tools/call", &parameters(&FIRST_ID.to_string()));
        let end = request.bytes.len() - "}}}\n".len();
        request.token = Some(end - ID.len()..end);
        request
    }

    /// The frame to send, under `id`.
    pub(crate) fn with_id(&mut self, id: u32) -> &[u8] {
        put_id(&mut self.bytes[ID], id);
        if let Some(token) = self.token.clone() {
            put_id(&mut self.bytes[token], id);
        }
        &self.bytes
    }
}

/// Whether `frame` answers `id`, with the id before or after its result.
pub(crate) fn answers(frame: &[u8], id: u32) -> bool {
    let mut digits = [b'0'; 8];
    put_id(&mut digits, id);
    if frame.starts_with(PREFIX) {
        return frame.get(ID) == Some(&digits);
    }
    frame.strip_suffix(b"}").is_some_and(|rest| rest.ends_with(&digits))
}

/// Whether `frame` is a notification, which may come at any time and is none of the benchmark's business.
pub(crate) fn is_notification(frame: &[u8]) -> bool {
    let head = &frame[..frame.len().min(256)];
    !head.starts_with(PREFIX) && memchr::memmem::find(head, b"\"method\":\"notifications/").is_some()
}

/// Whether `frame` tells of the progress of the request `id`.
pub(crate) fn is_progress(frame: &[u8], id: u32) -> bool {
    const PROGRESS: &[u8] =
        br#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"#;
    let mut digits = [b'0'; 8];
    put_id(&mut digits, id);
    frame.strip_prefix(PROGRESS).is_some_and(|rest| rest.starts_with(&digits))
}

fn put_id(digits: &mut [u8], mut id: u32) {
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789"[(id % 10) as usize];
        id /= 10;
    }
}
