//! Steps through one JSON value (RFC 8259) without building it, as its bytes arrive.
//!
//! The structure is checked strictly: brackets pair by kind, members have a string key and a colon, commas separate. What
//! is inside strings is not looked at but for the closing quote, and a bare word may be any run of letters, digits and
//! `+-.`: `NaN` or `1e400` from a child pass as they are, and can't shift where the next member starts.

#![expect(clippy::inline_always, reason = "the crate is built for size, and every frame comes through here")]

use super::nesting::Nesting;
use super::quoted::{Quoted, short_end};
use super::span::Span;

/// Where the structure breaks: a byte is out of place, or the value ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// What a walk tells of the value that it steps through. `depth` counts the containers around the thing, from 1.
pub(super) trait Visit {
    /// A member's key, with its quotes.
    fn key(&mut self, _frame: &[u8], _key: Span, _depth: usize) {}
    /// A container opens at `at`.
    fn open(&mut self, _at: usize, _bracket: u8, _depth: usize) {}
    /// A string or bare word that is a value.
    fn scalar(&mut self, _frame: &[u8], _value: Span, _depth: usize) {}
    /// A container that was opened at this depth ends at `end`.
    fn close(&mut self, _end: usize, _depth: usize) {}
}

/// Sees nothing.
impl Visit for () {}

/// How far a walk got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The value ends here.
    Complete(usize),
    /// Everything there is was stepped through; the value goes on.
    More,
}

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
}

/// A walk through one value.
#[derive(Debug, Clone)]
pub(super) struct Walk {
    at: usize,
    next: Next,
    open: Nesting,
    /// The string under way.
    quoted: Option<Quoted>,
}

impl Walk {
    /// A walk through the value that starts at `at`, white space aside.
    pub(super) fn new(at: usize) -> Self {
        Self { at, next: Next::Value, open: Nesting::default(), quoted: None }
    }

    /// Goes on as far as `frame` reaches. A later `frame` begins with the same bytes.
    pub(super) fn run(&mut self, frame: &[u8], visit: &mut impl Visit) -> Result<Step, Broken> {
        let (mut at, mut next) = (self.at, self.next);
        let step = loop {
            at = skip_whitespace(frame, at);
            let Some(&byte) = frame.get(at) else { break Ok(Step::More) };
            match (next, byte) {
                (Next::Key | Next::KeyOrEnd, b'"') => {
                    let Some(end) = self.string(frame, at) else { break Ok(Step::More) };
                    visit.key(frame, Span::new(at, end), self.open.depth());
                    (at, next) = match frame.get(end) {
                        Some(b':') => (end + 1, Next::Value),
                        _ => (end, Next::Colon),
                    };
                }
                (Next::Value | Next::ValueOrEnd, b'"') => {
                    let Some(end) = self.string(frame, at) else { break Ok(Step::More) };
                    visit.scalar(frame, Span::new(at, end), self.open.depth());
                    (at, next) = (end, Next::CommaOrEnd);
                }
                (Next::CommaOrEnd, b',') => match self.open.top() {
                    Some(true) => (at, next) = (at + 1, Next::Key),
                    Some(false) => (at, next) = (at + 1, Next::Value),
                    None => break Err(Broken),
                },
                (Next::CommaOrEnd | Next::KeyOrEnd, b'}') if self.open.top() == Some(true) => {
                    (at, next) = (self.close(at, visit), Next::CommaOrEnd);
                }
                (Next::CommaOrEnd | Next::ValueOrEnd, b']') if self.open.top() == Some(false) => {
                    (at, next) = (self.close(at, visit), Next::CommaOrEnd);
                }
                (Next::Value | Next::ValueOrEnd, b'{' | b'[') => {
                    self.open.push(byte == b'{');
                    visit.open(at, byte, self.open.depth());
                    (at, next) = (at + 1, if byte == b'{' { Next::KeyOrEnd } else { Next::ValueOrEnd });
                }
                (Next::Value | Next::ValueOrEnd, _) => {
                    let end = bare_end(frame, at);
                    if end == at {
                        break Err(Broken);
                    }
                    // Inside a container something must follow, and it may be more of the word.
                    if end == frame.len() && self.open.depth() > 0 {
                        break Ok(Step::More);
                    }
                    visit.scalar(frame, Span::new(at, end), self.open.depth());
                    (at, next) = (end, Next::CommaOrEnd);
                }
                (Next::Colon, b':') => (at, next) = (at + 1, Next::Value),
                _ => break Err(Broken),
            }
            if self.open.depth() == 0 {
                break Ok(Step::Complete(at));
            }
        };
        (self.at, self.next) = (at, next);
        step
    }

    /// The innermost container ends at `at`; returns the position after it.
    #[inline(always)]
    fn close(&mut self, at: usize, visit: &mut impl Visit) -> usize {
        visit.close(at + 1, self.open.depth());
        self.open.pop();
        at + 1
    }

    /// The end of the string at `at`; `None` while it is not there yet.
    #[inline(always)]
    fn string(&mut self, frame: &[u8], at: usize) -> Option<usize> {
        if self.quoted.is_none()
            && let Some(end) = short_end(frame, at)
        {
            return Some(end);
        }
        self.long_string(frame, at)
    }

    #[inline(never)]
    fn long_string(&mut self, frame: &[u8], at: usize) -> Option<usize> {
        let mut quoted = self.quoted.take().unwrap_or_else(|| Quoted::after(at));
        let end = quoted.find_end(frame);
        self.quoted = end.is_none().then_some(quoted);
        end
    }
}

/// Steps over spaces, tabs and line ends, and returns the next position.
#[inline(always)]
pub fn skip_whitespace(frame: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\r' | b'\n') = frame.get(at) {
        at += 1;
    }
    at
}

/// Steps over the value that starts at `at`; returns the position after it.
pub fn skip_value(frame: &[u8], at: usize) -> Result<usize, Broken> {
    match Walk::new(at).run(frame, &mut ())? {
        Step::Complete(end) => Ok(end),
        Step::More => Err(Broken),
    }
}

/// Steps over the string whose opening quote is at `at`.
pub(super) fn skip_string(frame: &[u8], at: usize) -> Result<usize, Broken> {
    if frame.get(at) != Some(&b'"') {
        return Err(Broken);
    }
    short_end(frame, at).or_else(|| Quoted::after(at).find_end(frame)).ok_or(Broken)
}

/// Where the number, literal or other bare word at `at` ends.
fn bare_end(frame: &[u8], at: usize) -> usize {
    let word = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'+' | b'-' | b'.');
    frame[at..].iter().position(|byte| !word(byte)).map_or(frame.len(), |length| at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_must_pair_by_kind() {
        let all = [
            "[}",
            "{]",
            "{\"a\"}",
            "{\"a\":1,}",
            "[1,]",
            "[,1]",
            "{,}",
            "[1 2]",
            "[1",
            "{\"a\":1",
            "\"a",
            "",
            "/**/1",
        ];
        for broken in all {
            assert_eq!(skip_value(broken.as_bytes(), 0), Err(Broken), "{broken}");
        }
        for whole in [
            "[]",
            "{}",
            "{\"a\":[]}",
            "[ ]",
            "{ }",
            "[[],{}]",
            "{\"a\" : {\"b\":[1, \"x\"]} }",
            "1e400",
            "\"x\"",
        ] {
            assert_eq!(skip_value(whole.as_bytes(), 0), Ok(whole.len()), "{whole}");
        }
    }

    #[test]
    fn ten_thousand_levels_are_stepped_over() {
        let deep = "[{\"a\":".repeat(10_000) + "1" + &"}]".repeat(10_000);
        assert_eq!(skip_value(deep.as_bytes(), 0), Ok(deep.len()));
        assert_eq!(skip_value(&deep.as_bytes()[..deep.len() - 1], 0), Err(Broken));
    }

    #[test]
    fn a_walk_goes_on_wherever_the_bytes_stopped() {
        let value = format!(r#"{{"a":[1,2.5e3,"{}\\\"x",null], "b" :{{}} , "c":true}}"#, "long ".repeat(40));
        for cut in 0..value.len() {
            let mut walk = Walk::new(0);
            assert_eq!(walk.run(&value.as_bytes()[..cut], &mut ()), Ok(Step::More), "{cut}");
            assert_eq!(walk.run(value.as_bytes(), &mut ()), Ok(Step::Complete(value.len())), "{cut}");
        }
    }
}
