//! What every JSON parser reads.

use serde::de::IgnoredAny;

use super::walk::{Visit, Walk};

/// How deep an item of a list may be nested: the lowest limit of the parsers in use (127, `serde_json`) less the list, the result and
/// the message that it comes in.
const DEEPEST: usize = 127 - 3;

/// How deep the containers of a value are nested.
#[derive(Default)]
struct Depth(usize);

impl Visit for Depth {
    fn open(&mut self, _at: usize, _bracket: u8, depth: usize) {
        self.0 = self.0.max(depth);
    }
}

/// Whether parsers read this item of a list: it is JSON in UTF-8, and not nested too deep (RFC 8259, section 9, lets parsers set
/// limits). A string may hold half of a surrogate pair, and a number be larger than a double: JSON has both, and most parsers read them.
pub fn is_readable(value: &[u8]) -> bool {
    let mut depth = Depth::default();
    std::str::from_utf8(value).is_ok()
        && serde_json::from_slice::<IgnoredAny>(value).is_ok()
        && Walk::new(0).run(value, &mut depth).is_ok()
        && depth.0 <= DEEPEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_parser_does_not_read_is_not_readable() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth)).into_bytes();
        for readable in [
            br#"{"a":1e400,"b":123456789012345678901234567890}"#.to_vec(),
            br#" ["\ud83d", "\u0000", null] "#.to_vec(),
            b"1".to_vec(),
            br#""[[[""#.to_vec(),
            nested(DEEPEST),
        ] {
            assert!(is_readable(&readable), "{}", String::from_utf8_lossy(&readable));
        }
        for odd in [
            b"Infinity".to_vec(),
            b"01".to_vec(),
            b"\"a\tb\"".to_vec(),
            b"\"\xe9\"".to_vec(),
            br#""\x""#.to_vec(),
            b"{\"a\":1,}".to_vec(),
            b"1 2".to_vec(),
            b"".to_vec(),
            nested(DEEPEST + 1),
            nested(100_000),
        ] {
            assert!(!is_readable(&odd), "{}", String::from_utf8_lossy(&odd[..odd.len().min(40)]));
        }
        for (deeper, is_read) in [(3, true), (4, false)] {
            let list = serde_json::from_slice::<serde_json::Value>(&nested(DEEPEST + deeper));
            assert_eq!(list.is_ok(), is_read);
        }
    }
}
