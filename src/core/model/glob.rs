//! Patterns over names.

/// Whether `text` is what `pattern` stands for: `*` is any run of characters, `?` any one; everything else is itself.
///
/// It takes time in proportion to both lengths multiplied, at worst: a pattern can't be made to take longer.
pub fn glob_matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut at, mut from) = (0, 0);
    // Behind the last `*`, and what it was tried to take.
    let mut star: Option<(usize, usize)> = None;
    while from < text.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at + 1, from));
                at += 1;
            }
            Some(&c) if c == '?' || c == text[from] => (at, from) = (at + 1, from + 1),
            _ => {
                let Some((behind, taken)) = star else { return false };
                star = Some((behind, taken + 1));
                (at, from) = (behind, taken + 1);
            }
        }
    }
    pattern[at..].iter().all(|&c| c == '*')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By the definition, letter by letter.
    fn reference(pattern: &[char], text: &[char]) -> bool {
        match pattern.split_first() {
            None => text.is_empty(),
            Some(('*', rest)) => (0..=text.len()).any(|taken| reference(rest, &text[taken..])),
            Some((c, rest)) => {
                text.split_first().is_some_and(|(t, others)| (*c == '?' || c == t) && reference(rest, others))
            }
        }
    }

    proptest! {
        #[test]
        fn it_is_what_its_definition_says(pattern in "[ab*?é]{0,8}", text in "[abé*]{0,8}") {
            let (p, t): (Vec<_>, Vec<_>) = (pattern.chars().collect(), text.chars().collect());
            prop_assert_eq!(glob_matches(&pattern, &text), reference(&p, &t));
        }
    }

    #[test]
    fn a_long_pattern_takes_no_long_time() {
        assert!(!glob_matches(&"*a".repeat(60), &("a".repeat(59) + &"b".repeat(2000))));
    }
}
