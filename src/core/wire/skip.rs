//! Steps over one JSON value without building it (RFC 8259).
//!
//! The structure is checked strictly: brackets pair by kind, members have a string key and a colon, commas separate. What
//! is inside strings is not looked at but for the closing quote, and a bare word may be any run of letters, digits and
//! `+-.`: `NaN` or `1e400` from a child pass as they are, and can't shift where the next member starts.

use wide::u8x16;

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
    skip_value_with(frame, at, &mut |_| {})
}

/// The same, and `see` is shown every string that is a value, with its quotes.
pub(super) fn skip_value_with(frame: &[u8], at: usize, see: &mut impl FnMut(&[u8])) -> Result<usize, Broken> {
    match frame.get(at) {
        Some(b'"') => skip_text(frame, at, see),
        Some(b'{' | b'[') => skip_container(frame, at, see),
        _ => skip_bare(frame, at),
    }
}

fn skip_text(frame: &[u8], at: usize, see: &mut impl FnMut(&[u8])) -> Result<usize, Broken> {
    let end = skip_string(frame, at)?;
    see(&frame[at..end]);
    Ok(end)
}

/// Steps over the string whose opening quote is at `at`.
///
/// Sixty-four bytes at a time, by bit masks (Langdale and Lemire, "Parsing Gigabytes of JSON per Second", 2019): most of a
/// large frame is the text of one string, often full of escapes.
pub(super) fn skip_string(frame: &[u8], at: usize) -> Result<usize, Broken> {
    if frame.get(at) != Some(&b'"') {
        return Err(Broken);
    }
    let mut at = at + 1;
    if let Some(lane) = frame[at..].first_chunk::<LANE>() {
        // Most strings are keys and short values.
        let (quotes, backslashes) = (lane_matches(lane, b'"'), lane_matches(lane, b'\\'));
        let before_quote = quotes.wrapping_sub(1) & !quotes;
        if quotes != 0 && backslashes & before_quote == 0 {
            return Ok(at + quotes.trailing_zeros() as usize + 1);
        }
    }
    let mut escaped = 0;
    while let Some(block) = frame[at..].first_chunk::<BLOCK>() {
        let (quotes, backslashes) = (matches(block, b'"'), matches(block, b'\\'));
        let closing = quotes & !escaped_bits(backslashes, &mut escaped);
        if closing != 0 {
            return Ok(at + closing.trailing_zeros() as usize + 1);
        }
        at += BLOCK;
    }
    let mut escaped = escaped == 1;
    for (place, &byte) in frame[at..].iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Ok(at + place + 1),
            _ => {}
        }
    }
    Err(Broken)
}

/// How many bytes are looked at at once.
const BLOCK: usize = u64::BITS as usize;
/// How many bytes one vector holds.
const LANE: usize = 16;

/// A bit for each byte of `block` that is `byte`, the first one lowest.
fn matches(block: &[u8; BLOCK], byte: u8) -> u64 {
    let (lanes, _) = block.as_chunks::<LANE>();
    lanes.iter().rev().fold(0, |bits, lane| bits << LANE | u64::from(lane_matches(lane, byte)))
}

/// The same for one lane.
fn lane_matches(lane: &[u8; LANE], byte: u8) -> u32 {
    u8x16::new(*lane).simd_eq(u8x16::splat(byte)).to_bitmask()
}

/// A bit for each byte that stands behind an odd run of backslashes. `carry` is whether the first byte of a block does.
fn escaped_bits(backslashes: u64, carry: &mut u64) -> u64 {
    const EVEN: u64 = 0x5555_5555_5555_5555;
    if backslashes == 0 {
        return std::mem::take(carry);
    }
    let backslashes = backslashes & !*carry;
    let follows = backslashes << 1 | *carry;
    let odd_starts = backslashes & !EVEN & !follows;
    let (even_runs, overflow) = odd_starts.overflowing_add(backslashes);
    *carry = u64::from(overflow);
    (EVEN ^ even_runs << 1) & follows
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
fn skip_container(frame: &[u8], mut at: usize, see: &mut impl FnMut(&[u8])) -> Result<usize, Broken> {
    let mut open = Nesting::default();
    loop {
        match frame.get(at).ok_or(Broken)? {
            b'"' => at = skip_text(frame, at, see)?,
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
