//! Finds what somebody means by a few letters.

/// How well `typed` fits `text`: its letters are there in this order. More is better; nothing: they are not.
///
/// A letter at the beginning of a word, or right after the one before it, counts more.
pub(super) fn fit(typed: &str, text: &str) -> Option<u32> {
    let text: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let (mut at, mut sum, mut last) = (0, 0, None);
    for wanted in typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase) {
        let found = at + text[at..].iter().position(|&c| c == wanted)?;
        let begins_word = found == 0 || !text[found - 1].is_alphanumeric();
        let follows = found > 0 && last == Some(found - 1);
        sum += 1 + if begins_word { 6 } else { 0 } + if follows { 4 } else { 0 };
        (at, last) = (found + 1, Some(found));
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fit_in_their_order_and_words_come_first() {
        assert_eq!(fit("", "Servers"), Some(0));
        assert!(fit("sv", "Servers").is_some());
        assert_eq!(fit("vs s", "Servers"), None);
        assert!(fit("se", "Sessions") > fit("se", "disease"));
        assert!(fit("to", "Tokens") > fit("to", "as a command, as it is told"));
    }
}
