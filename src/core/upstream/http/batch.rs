//! A batch of messages (MCP 2025-03-26 `basic`, batching), one after the other.

use std::ops::Range;

use crate::core::wire::{Span, element_at, first_element};

/// The messages in a text: itself, or what is in a batch. They are looked for as they are taken: a large batch of small ones would
/// take many times its own size at once.
pub(super) struct Messages {
    text: Vec<u8>,
    next: Next,
}

/// What comes next.
enum Next {
    /// The text itself.
    Whole,
    /// The message that starts there.
    At(usize),
    Nothing,
}

impl Messages {
    pub(super) fn of(text: Vec<u8>) -> Self {
        let next = match text.iter().position(|byte| !byte.is_ascii_whitespace()) {
            Some(start) if text[start] == b'[' => {
                first_element(&text, Span::new(start, text.len())).map_or(Next::Nothing, Next::At)
            }
            _ => Next::Whole,
        };
        Self { text, next }
    }

    /// The first message from `start` on; only objects are any.
    fn step(&mut self, start: usize) -> Option<Range<usize>> {
        let mut at = Some(start);
        while let Some(start) = at {
            let (element, next) = element_at(&self.text, start)?;
            if self.text[element.start()] == b'{' {
                self.next = next.map_or(Next::Nothing, Next::At);
                return Some(element.start()..element.end());
            }
            at = next;
        }
        None
    }
}

impl Iterator for Messages {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        match std::mem::replace(&mut self.next, Next::Nothing) {
            Next::Whole => Some(std::mem::take(&mut self.text)),
            Next::At(start) => self.step(start).map(|message| self.text[message].to_vec()),
            Next::Nothing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_taken_apart_and_all_else_stays_whole() {
        let all = |text: &str| Messages::of(text.as_bytes().to_vec());
        let texts =
            |text: &str| all(text).map(|part| String::from_utf8(part).expect("text")).collect::<Vec<_>>();
        assert_eq!(texts(" [{\"a\":[1]} ,\n{\"b\":2}]\n"), ["{\"a\":[1]}", "{\"b\":2}"]);
        assert_eq!(texts("[]"), [""; 0]);
        assert_eq!(texts("[1,{},\"x\",[{}],{\"b\":2},null]"), ["{}", "{\"b\":2}"]);
        assert_eq!(texts("{\"a\":[1]}"), ["{\"a\":[1]}"]);
        assert_eq!(texts("<html>["), ["<html>["]);
    }
}
