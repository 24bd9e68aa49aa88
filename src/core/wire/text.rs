//! JSON strings to text and back (RFC 8259, section 7).

use std::borrow::Cow;

use memchr::memchr;

/// The text of a string token with its quotes. `None`: not a string, or not text (a lone surrogate, invalid UTF-8).
pub fn unquote(token: &[u8]) -> Option<Cow<'_, str>> {
    let inner = token.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if memchr(b'\\', inner).is_none() {
        return std::str::from_utf8(inner).ok().map(Cow::Borrowed);
    }
    serde_json::from_slice(token).ok().map(Cow::Owned)
}

/// `text` as a string token with its quotes.
pub fn quote(text: &str) -> Vec<u8> {
    serde_json::to_vec(text).unwrap_or_else(|_| b"\"\"".to_vec())
}
