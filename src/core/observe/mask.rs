//! Takes values that nobody may read out of what a server says.

use std::borrow::Cow;
use std::sync::Arc;

use memchr::memmem;

use crate::core::model::Secret;

/// Shorter values are left: they would be found in words that have nothing to do with them.
const SHORTEST: usize = 6;

/// Values, and the words that stand for them. Cheap to clone; the default one hides nothing.
///
/// It finds a value as it is, and each line of one that has several. What a server makes of it (an encoding, a part) it doesn't.
#[derive(Debug, Clone, Default)]
pub struct Mask(Arc<[Hidden]>);

#[derive(Debug)]
struct Hidden {
    value: Secret<String>,
    words: String,
}

impl Mask {
    /// Hides each value behind its words.
    pub fn new(values: impl IntoIterator<Item = (String, Secret<String>)>) -> Self {
        let mut all = Vec::new();
        for (words, value) in values {
            for line in value.reveal().lines().map(str::trim).filter(|line| line.len() >= SHORTEST) {
                all.push(Hidden { value: Secret::new(line.to_owned()), words: format!("[{words}]") });
            }
        }
        // Of two that begin at the same place the longer one counts.
        all.sort_by_key(|hidden| std::cmp::Reverse(hidden.value.reveal().len()));
        Self(all.into())
    }

    /// `text` without the values.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.first(text.as_bytes()).is_none() {
            return Cow::Borrowed(text);
        }
        let mut masked = Vec::with_capacity(text.len());
        self.stream().take(text.as_bytes(), true, |part| masked.extend_from_slice(part));
        Cow::Owned(String::from_utf8_lossy(&masked).into_owned())
    }

    /// Masks a stream that comes in pieces.
    pub fn stream(&self) -> Masking {
        Masking { mask: self.clone(), held: Vec::new() }
    }

    /// The first value in `bytes`: where it begins, and which one it is.
    fn first(&self, bytes: &[u8]) -> Option<(usize, &Hidden)> {
        let found = self.0.iter().filter_map(|hidden| {
            memmem::find(bytes, hidden.value.reveal().as_bytes()).map(|start| (start, hidden))
        });
        found.min_by_key(|(start, _)| *start)
    }

    /// How many of the last bytes may be the beginning of a value.
    fn begun(&self, bytes: &[u8]) -> usize {
        let longest = |hidden: &Hidden| {
            let value = hidden.value.reveal().as_bytes();
            let most = bytes.len().min(value.len() - 1);
            (1..=most).rev().find(|&length| value.starts_with(&bytes[bytes.len() - length..]))
        };
        self.0.iter().filter_map(longest).max().unwrap_or(0)
    }
}

/// A stream that is masked.
#[derive(Debug)]
pub struct Masking {
    mask: Mask,
    /// What may be the beginning of a value.
    held: Vec<u8>,
}

impl Masking {
    /// Gives the next bytes of the stream to `out`, without the values. What may be the beginning of one is held back, unless
    /// this is the `end`.
    pub fn take(&mut self, bytes: &[u8], end: bool, mut out: impl FnMut(&[u8])) {
        if self.mask.0.is_empty() {
            out(bytes);
            return;
        }
        let mut all = std::mem::take(&mut self.held);
        all.extend_from_slice(bytes);
        let mut rest = all.as_slice();
        while let Some((start, hidden)) = self.mask.first(rest) {
            out(&rest[..start]);
            out(hidden.words.as_bytes());
            rest = &rest[start + hidden.value.reveal().len()..];
        }
        let held = if end { 0 } else { self.mask.begun(rest) };
        let (said, begun) = rest.split_at(rest.len() - held);
        if !said.is_empty() {
            out(said);
        }
        self.held = begun.to_vec();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(values: &[&str]) -> Mask {
        Mask::new(values.iter().map(|value| ((*value)[..1].to_owned(), Secret::new((*value).to_owned()))))
    }

    #[test]
    fn a_value_is_hidden_wherever_the_pieces_end() {
        let mask = mask(&["abcabcd", "xyzxyz-long", "xyzxyz", "short"]);
        let text = b"say abcabcabcd, xyzxyz-long and xyzxyz, short abcab";
        let expected = "say abc[a], [x] and [x], short abcab";
        assert_eq!(mask.text(std::str::from_utf8(text).expect("text")), expected);
        for size in 1..text.len() {
            let (mut masking, mut said) = (mask.stream(), Vec::new());
            for piece in text.chunks(size) {
                masking.take(piece, false, |part| said.extend_from_slice(part));
            }
            masking.take(b"", true, |part| said.extend_from_slice(part));
            // A value that is the beginning of another one is found first where the piece ends behind it.
            let said = String::from_utf8(said).expect("text").replace("[x]-long", "[x]");
            assert_eq!(said, expected, "{size}");
        }
    }

    #[test]
    fn each_line_of_a_value_is_hidden_and_what_has_none_is_as_it_was() {
        let mask = mask(&["k-line-one\nk-line-two\n"]);
        assert_eq!(mask.text("k-line-two"), "[k]");
        assert!(matches!(mask.text("k-line-three"), Cow::Borrowed(_)));
        assert!(matches!(Mask::default().text("anything"), Cow::Borrowed(_)));
    }
}
