//! Finds one member of a JSON object without reading further than it must.
//!
//! The requests that reach the child are well formed, so there is no checking here: the child has to cost next to
//! nothing, else it would hide what the relays cost.

/// The raw value of `key` in the object at the start of `text`.
pub(super) fn member<'a>(text: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let value = from_member(text, key)?;
    value.get(..value_end(value)?)
}

/// The text from the value of `key` on: where that value ends is not looked for, since it may be a long way.
pub(super) fn from_member<'a>(text: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    first_of(text, &[key]).map(|(_, value)| value)
}

/// The first member whose key is among `keys`, and the text from its value on: what comes behind is not looked at.
pub(super) fn first_of<'a, 'k>(text: &'a [u8], keys: &[&'k [u8]]) -> Option<(&'k [u8], &'a [u8])> {
    let mut rest = text.strip_prefix(b"{")?;
    loop {
        rest = rest.strip_prefix(b",").unwrap_or(rest).trim_ascii_start();
        let name = rest.get(..string_end(rest)?)?;
        let value = rest.get(name.len()..)?.trim_ascii_start().strip_prefix(b":")?.trim_ascii_start();
        let name = name.get(1..name.len() - 1)?;
        if let Some(&key) = keys.iter().find(|&&key| key == name) {
            return Some((key, value));
        }
        rest = value.get(value_end(value)?..)?.trim_ascii_start();
    }
}

/// Length of the string at the start of `text`, quotes included.
fn string_end(text: &[u8]) -> Option<usize> {
    if text.first() != Some(&b'"') {
        return None;
    }
    let mut at = 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', text.get(at..)?)?;
        if text[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// Length of the value at the start of `text`.
fn value_end(text: &[u8]) -> Option<usize> {
    match text.first()? {
        b'"' => string_end(text),
        b'{' | b'[' => nested_end(text),
        _ => text.iter().position(|byte| matches!(byte, b',' | b'}' | b']') || byte.is_ascii_whitespace()),
    }
}

/// Length of the object or array at the start of `text`.
fn nested_end(text: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        match text.get(at)? {
            b'"' => {
                at += string_end(&text[at..])?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}
