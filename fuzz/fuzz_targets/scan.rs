//! Any bytes as a frame: no panic, the same however it arrives, and fields as a full parser finds them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parser::fields;
use wire::{IdKey, Scanner, Span, elements, find_member, members, quote, scan, string_members, unquote};

#[path = "../../tests/it/properties/parser.rs"]
mod parser;
#[allow(dead_code, unused_imports, reason = "targets use parts of it")]
#[path = "../../src/core/wire/mod.rs"]
mod wire;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says where the frame is cut in two.
    let Some((&cut, frame)) = bytes.split_first() else { return };
    let whole = scan(frame);
    let mut scanner = Scanner::default();
    scanner.feed(&frame[..usize::from(cut).min(frame.len())]);
    assert_eq!(scanner.finish(frame), whole);

    let parsed = fields(frame);
    let Ok(envelope) = whole else {
        assert!(parsed.is_none(), "refused, and a parser takes it");
        return;
    };
    for (field, expected) in parsed.unwrap_or_default() {
        let found = envelope.get(field).map(|span| span.of(frame));
        assert_eq!(found, expected.last().map(|value| value.as_bytes()), "{field:?}");
        assert_eq!(envelope.repeated(field), expected.len() > 1, "{field:?}");
        let Some(token) = found else { continue };
        if let Some(text) = unquote(token) {
            assert_eq!(unquote(&quote(&text)).as_deref(), Some(&*text));
        }
        if let Some(key) = IdKey::from_token(token) {
            assert_eq!(IdKey::from_token(&key.to_token()), Some(key));
        }
    }
    walk(frame);
});

/// Looks into a frame that scans, as lists and results are looked into.
fn walk(frame: &[u8]) {
    let whole = Span::new(frame.iter().position(|&byte| byte == b'{').unwrap_or_default(), frame.len());
    for member in members(frame, whole) {
        assert!(find_member(frame, whole, "result").is_some() || !member.is(frame, "result"));
        assert!(elements(frame, member.value).all(|element| !element.is_empty()));
    }
    assert!(string_members(frame, whole).all(|member| member.value.end() <= frame.len()));
}
