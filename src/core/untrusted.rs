//! Text from outside, made safe to look at.
//!
//! A tool's description can move the cursor, retitle the window, or reverse the reading direction of the line that
//! names it. Everything that a server, a client or a child's stderr wrote goes through here before a person sees it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// What becomes of line feeds and tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaks {
    /// They stay: for text that has its own lines on the screen.
    Keep,
    /// They become `\n` and `\t`: for text inside a line or a table.
    Escape,
}

/// `text` with every C0, C1, bidirectional, line-separating and tag character written out, as in `\x1b` or `\u{202e}`.
pub fn untrusted(text: &str, breaks: Breaks) -> Cow<'_, str> {
    let Some(first) = text.find(|c| is_hidden(c, breaks)) else { return Cow::Borrowed(text) };
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push_str(&text[..first]);
    let mut rest = text[first..].chars().peekable();
    while let Some(c) = rest.next() {
        // Before a line feed a carriage return moves nothing.
        let harmless = c == '\r' && breaks == Breaks::Keep && rest.peek() == Some(&'\n');
        if is_hidden(c, breaks) && !harmless { escape(&mut safe, c) } else { safe.push(c) }
    }
    Cow::Owned(safe)
}

/// JSON text with the same characters as `\uXXXX`: an equal document, for JSON that a person looks at.
///
/// A valid document holds these characters only inside strings, apart from line feeds and tabs, which stay.
pub fn untrusted_json(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| is_hidden(c, Breaks::Keep) && c != '\r';
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut units = [0; 2];
    for c in text.chars() {
        if hidden(c) {
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// The characters of the Unicode Bidirectional Algorithm (UAX #9, section 2) and those that no reader sees, so that two
/// names that look alike are alike. The joiners of emoji and scripts stay.
#[expect(clippy::match_same_arms, reason = "one arm would be a line too long to read")]
fn is_hidden(c: char, breaks: Breaks) -> bool {
    match c {
        '\n' | '\t' => breaks == Breaks::Escape,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{00ad}' | '\u{034f}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' => true,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{206a}'..='\u{206f}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0100}'..='\u{e01ef}' => true,
        '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control(),
    }
}

fn escape(out: &mut String, c: char) {
    let _ = match c {
        '\n' => write!(out, "\\n"),
        '\t' => write!(out, "\\t"),
        '\r' => write!(out, "\\r"),
        c if c.is_ascii() => write!(out, "\\x{:02x}", u32::from(c)),
        c => write!(out, "\\u{{{:x}}}", u32::from(c)),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_of_any_script_is_left_alone() {
        let text = "naïve 日本語 العربية 👩‍👩‍👧";
        assert!(matches!(untrusted(text, Breaks::Escape), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn what_steers_a_terminal_or_reorders_a_line_is_written_out() {
        let hostile = "a\x1b]0;x\x07\u{9b}2J\u{202e}cod\u{2066}\r\nb\u{e0041}";
        assert_eq!(
            untrusted(hostile, Breaks::Escape),
            "a\\x1b]0;x\\x07\\u{9b}2J\\u{202e}cod\\u{2066}\\r\\nb\\u{e0041}"
        );
        assert!(untrusted(hostile, Breaks::Keep).contains("\r\nb"));
    }

    #[test]
    fn what_nobody_sees_is_written_out() {
        let hidden = "a\u{200b}b\u{2060}c\u{ad}d\u{e0101}e\u{3164}f";
        assert_eq!(untrusted(hidden, Breaks::Escape), "a\\u{200b}b\\u{2060}c\\u{ad}d\\u{e0101}e\\u{3164}f");
    }

    #[test]
    fn escaped_json_is_an_equal_document() {
        let text = "{\n\t\"a\": \"x\u{9b}\u{202e}\u{e0041}\"\r\n}";
        let safe = untrusted_json(text);
        assert!(safe.is_ascii());
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("valid JSON");
        assert_eq!(parse(&safe), parse(text));
    }
}
