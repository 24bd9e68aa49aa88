//! Text on its way to the screen: only what is one of these types gets there, and making one makes it safe.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::core::untrusted::{Breaks, untrusted};

/// How much of one text is ever shown, characters.
const LONGEST: usize = 2_000;
/// How many lines of one text are ever shown.
const MOST_LINES: usize = 200;

/// Text that does nothing to a terminal but to stand there, on one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(in crate::tui) struct Shown(String);

impl Shown {
    /// `text` on one line: whatever would move, colour or reorder something is written out.
    pub(in crate::tui) fn line(text: &str) -> Self {
        match text.char_indices().nth(LONGEST) {
            None => Self(untrusted(text, Breaks::Escape).into_owned()),
            Some((end, _)) => Self(format!("{}...", untrusted(&text[..end], Breaks::Escape))),
        }
    }

    /// `text` with the lines that it has.
    pub(in crate::tui) fn lines(text: &str) -> Vec<Self> {
        text.lines().take(MOST_LINES).map(|line| Self::line(&line.replace('\t', "    "))).collect()
    }

    /// It.
    pub(in crate::tui) fn as_str(&self) -> &str {
        &self.0
    }

    pub(in crate::tui) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many columns it takes.
    pub(in crate::tui) fn width(&self) -> usize {
        Ink::from(self).width()
    }
}

/// What can be put on the screen: [`Shown`], or words of our own.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Ink<'a>(&'a str);

impl<'a> From<&'a Shown> for Ink<'a> {
    fn from(shown: &'a Shown) -> Self {
        Self(&shown.0)
    }
}

impl From<&'static str> for Ink<'static> {
    fn from(own: &'static str) -> Self {
        Self(own)
    }
}

impl<'a> Ink<'a> {
    pub(in crate::tui) fn as_str(self) -> &'a str {
        self.0
    }

    pub(in crate::tui) fn width(self) -> usize {
        Span::raw(self.0).width()
    }

    /// The same in lines of at most `width` columns, broken between words where that is possible.
    pub(in crate::tui) fn wrapped(self, width: usize) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut rest = self.0;
        while !rest.is_empty() && width > 0 {
            let end = fitting(rest, width);
            let (line, more) = rest.split_at(end);
            lines.push(Self(line.trim_end()));
            rest = more.trim_start();
        }
        if lines.is_empty() {
            lines.push(Self(""));
        }
        lines
    }
}

/// Where the first line of `text` ends, bytes: at least one character.
fn fitting(text: &str, width: usize) -> usize {
    let (mut columns, mut at, mut space) = (0, 0, None);
    let span = Span::raw(text);
    for grapheme in span.styled_graphemes(Style::new()) {
        let wide = Span::raw(grapheme.symbol).width();
        if columns + wide > width && at > 0 {
            return space.filter(|&space| space > 0).unwrap_or(at);
        }
        if grapheme.symbol == " " {
            space = Some(at);
        }
        columns += wide;
        at += grapheme.symbol.len();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &'static str, width: usize) -> Vec<&'static str> {
        Ink::from(text).wrapped(width).into_iter().map(Ink::as_str).collect()
    }

    #[test]
    fn lines_break_between_words_and_nothing_is_lost() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrapped("日本語", 4), ["日本", "語"]);
        assert_eq!(wrapped("日", 1), ["日"]);
        assert_eq!(wrapped("", 4), [""]);
    }

    #[test]
    fn hostile_text_is_written_out_and_cut() {
        assert_eq!(Shown::line("a\x1b[2J\u{202e}\n").as_str(), "a\\x1b[2J\\u{202e}\\n");
        assert_eq!(Shown::line(&"x".repeat(1_000_000)).width(), LONGEST + 3);
        assert!(Shown::lines(&"x\n".repeat(1_000_000)).len() <= MOST_LINES);
    }
}
