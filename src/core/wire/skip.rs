//! Steps over one JSON value without building it (RFC 8259).
//!
//! The structure is checked strictly: brackets pair by kind, members have a string key and a colon, commas separate. What
//! is inside strings is not looked at but for the closing quote, and a bare word may be any run of letters, digits and
//! `+-.`: `NaN` or `1e400` from a child pass as they are, and can't shift where the next member starts.

use memchr::memchr;

/// Where the structure breaks. Either the frame ended early or a byte is out of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// Steps over spaces, tabs and line ends, and returns the next position.
pub fn skip_whitespace(frame: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\r' | b'\n') = frame.get(at) {
        at += 1;
    }
    at
}

/// Steps over the value that starts at `at`; returns the position after it.
pub fn skip_value(frame: &[u8], at: usize) -> Result<usize, Broken> {
    match frame.get(at) {
        Some(b'"') => skip_string(frame, at),
        Some(b'{' | b'[') => skip_container(frame, at),
        _ => skip_bare(frame, at),
    }
}

/// Steps over the string whose opening quote is at `at`.
pub(super) fn skip_string(frame: &[u8], at: usize) -> Result<usize, Broken> {
    if frame.get(at) != Some(&b'"') {
        return Err(Broken);
    }
    let first = at + 1;
    let mut from = first;
    loop {
        let quote = from + memchr(b'"', &frame[from..]).ok_or(Broken)?;
        if !is_escaped(&frame[first..quote]) {
            return Ok(quote + 1);
        }
        from = quote + 1;
    }
}

/// Whether the byte after `before` is escaped: an odd run of backslashes stands right in front of it.
fn is_escaped(before: &[u8]) -> bool {
    if before.last() != Some(&b'\\') {
        return false;
    }
    before.iter().rev().take_while(|&&byte| byte == b'\\').count() % 2 == 1
}

/// Steps over a number, literal or other bare word; at least one byte.
pub(super) fn skip_bare(frame: &[u8], at: usize) -> Result<usize, Broken> {
    let rest = frame.get(at..).ok_or(Broken)?;
    let length = rest
        .iter()
        .position(|byte| !matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'+' | b'-' | b'.'))
        .unwrap_or(rest.len());
    if length == 0 { Err(Broken) } else { Ok(at + length) }
}

/// Steps over a key and its colon, up to the value.
fn skip_key(frame: &[u8], at: usize) -> Result<usize, Broken> {
    let at = skip_whitespace(frame, skip_string(frame, skip_whitespace(frame, at))?);
    if frame.get(at) == Some(&b':') { Ok(skip_whitespace(frame, at + 1)) } else { Err(Broken) }
}

/// Steps over an object or array of any depth; iterative, so that no depth can exhaust the stack.
fn skip_container(frame: &[u8], mut at: usize) -> Result<usize, Broken> {
    let mut open = Nesting::default();
    loop {
        match frame.get(at).ok_or(Broken)? {
            b'"' => at = skip_string(frame, at)?,
            b'{' => {
                at = skip_whitespace(frame, at + 1);
                if frame.get(at) == Some(&b'}') {
                    at += 1;
                } else {
                    open.push(true);
                    at = skip_key(frame, at)?;
                    continue;
                }
            }
            b'[' => {
                at = skip_whitespace(frame, at + 1);
                if frame.get(at) == Some(&b']') {
                    at += 1;
                } else {
                    open.push(false);
                    continue;
                }
            }
            _ => at = skip_bare(frame, at)?,
        }
        loop {
            let Some(object) = open.top() else { return Ok(at) };
            at = skip_whitespace(frame, at);
            match (frame.get(at).ok_or(Broken)?, object) {
                (b',', true) => {
                    at = skip_key(frame, at + 1)?;
                    break;
                }
                (b',', false) => {
                    at = skip_whitespace(frame, at + 1);
                    break;
                }
                (b'}', true) | (b']', false) => {
                    open.pop();
                    at += 1;
                }
                _ => return Err(Broken),
            }
        }
    }
}

/// The open brackets, a bit each: an object is 1, an array is 0.
#[derive(Default)]
struct Nesting {
    bits: u64,
    depth: u32,
    outer: Vec<u64>,
}

impl Nesting {
    fn push(&mut self, object: bool) {
        if self.depth == u64::BITS {
            self.outer.push(self.bits);
            self.depth = 0;
        }
        self.bits = self.bits << 1 | u64::from(object);
        self.depth += 1;
    }

    fn top(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.bits & 1 == 1)
    }

    fn pop(&mut self) {
        self.bits >>= 1;
        self.depth -= 1;
        if self.depth == 0
            && let Some(bits) = self.outer.pop()
        {
            self.bits = bits;
            self.depth = u64::BITS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_must_pair_by_kind() {
        for broken in ["[}", "{]", "{\"a\"}", "{\"a\":1,}", "[1 2]", "[1", "{\"a\":1", "\"a", "", "/**/1"] {
            assert_eq!(skip_value(broken.as_bytes(), 0), Err(Broken), "{broken}");
        }
    }

    #[test]
    fn ten_thousand_levels_are_stepped_over() {
        let deep = "[{\"a\":".repeat(10_000) + "1" + &"}]".repeat(10_000);
        assert_eq!(skip_value(deep.as_bytes(), 0), Ok(deep.len()));
        assert_eq!(skip_value(&deep.as_bytes()[..deep.len() - 1], 0), Err(Broken));
    }

    #[test]
    fn a_quote_behind_an_even_run_of_backslashes_closes() {
        assert_eq!(skip_value(br#""a\\" x"#, 0), Ok(5));
        assert_eq!(skip_value(br#""a\\\"" x"#, 0), Ok(7));
    }
}
