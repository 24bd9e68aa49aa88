//! `secret://NAME` and `secret://me/NAME` in a text.

use std::ops::Range;

use super::named_secret::MINE;
use super::{SecretName, Spot};

const SCHEME: &str = "secret://";

/// A reference as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where in the text it stands, bytes.
    pub span: Range<usize>,
    /// Whether it means the secret of whoever uses the server.
    pub mine: bool,
    /// The name.
    pub name: SecretName,
}

/// What looks like a reference and is none. The text is not quoted: it may hold a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "holds a reference that is none: write secret://NAME or secret://{MINE}/NAME, and nothing that belongs to a name after it"
)]
pub struct InvalidMention;

/// All references in `text`, in their order. A name reaches as far as it can.
pub fn mentions(text: &str) -> Result<Vec<Mention>, InvalidMention> {
    find(text, false)
}

/// All references in `text`, which stands at `spot`, in their order. In a URL, what comes behind a `/` is the rest of its path.
pub fn mentions_at(spot: &Spot, text: &str) -> Result<Vec<Mention>, InvalidMention> {
    find(text, *spot == Spot::Url)
}

fn find(text: &str, in_path: bool) -> Result<Vec<Mention>, InvalidMention> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(SCHEME).map(|found| from + found) {
        let (name_at, mine) = {
            let after = start + SCHEME.len();
            let qualified = text[after..].strip_prefix(MINE).is_some_and(|rest| rest.starts_with('/'));
            if qualified { (after + MINE.len() + 1, true) } else { (after, false) }
        };
        let rest = &text[name_at..];
        let end = rest.find(|c| !SecretName::may_hold(c)).unwrap_or(rest.len());
        let name = SecretName::parse(&rest[..end]).map_err(|_| InvalidMention)?;
        // What could one day name somebody else's secret means nothing today.
        if !in_path && rest[end..].starts_with('/') {
            return Err(InvalidMention);
        }
        all.push(Mention { span: start..name_at + end, mine, name });
        from = name_at + end;
    }
    let meant = text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case(&SCHEME[..8]));
    if all.is_empty() && meant { Err(InvalidMention) } else { Ok(all) }
}

/// `text`, which stands at `spot`, with `values` in place of its references; nothing when their numbers differ.
pub fn fill(spot: &Spot, text: &str, values: &[&str]) -> Option<String> {
    let mentions = mentions_at(spot, text).ok().filter(|mentions| mentions.len() == values.len())?;
    // Room for all of it from the start: a string that grows leaves copies behind.
    let room = text.len() + values.iter().map(|value| value.len()).sum::<usize>();
    let mut filled = String::with_capacity(room);
    let mut from = 0;
    for (mention, value) in mentions.iter().zip(values) {
        filled.push_str(&text[from..mention.span.start]);
        filled.push_str(value);
        from = mention.span.end;
    }
    filled.push_str(&text[from..]);
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let all = mentions(text).expect("valid");
        all.iter().map(|m| format!("{}{}", if m.mine { "me/" } else { "" }, m.name)).collect()
    }

    #[test]
    fn references_are_found_wherever_they_stand() {
        assert_eq!(found("secret://gh"), ["gh"]);
        assert_eq!(found("secret://me/gh"), ["me/gh"]);
        assert_eq!(found("--token=secret://a.b_c-1,secret://me/d"), ["a.b_c-1", "me/d"]);
        assert_eq!(found("postgres://u:secret://pw@host/db"), ["pw"]);
        assert_eq!(found("secret://mem"), ["mem"]);
        assert_eq!(found("secret://a:secret://b"), ["a", "b"]);
        assert!(found("a secret: //x").is_empty() && found("secret:x").is_empty() && found("").is_empty());
    }

    #[test]
    fn what_only_looks_like_one_is_refused() {
        for text in [
            "secret://",
            "secret:///x",
            "secret://me",
            "secret://me/",
            "secret://me/me",
            "secret://me/a/b",
            "secret://team/x",
            "secret://x/",
            "secret:// x",
            "secret://-x",
            "secret://\u{202e}x",
            "secret://é",
            "Secret://x",
            "SECRET:/x",
            &format!("secret://{}", "n".repeat(65)),
            "x secret://a secret://",
        ] {
            assert_eq!(mentions(text), Err(InvalidMention), "{text:?}");
        }
    }

    #[test]
    fn values_take_the_place_of_references_and_are_not_looked_into() {
        let arg = |text, values: &[&str]| fill(&Spot::Arg(0), text, values);
        assert_eq!(
            arg("a secret://x b secret://me/y", &["secret://z", ""]).as_deref(),
            Some("a secret://z b ")
        );
        assert_eq!(arg("secret://x", &[]), None);
        assert_eq!(arg("x", &["y"]), None);
        assert_eq!(arg("é", &[]).as_deref(), Some("é"));
    }

    #[test]
    fn in_a_url_a_name_ends_where_its_part_of_the_path_does() {
        let url = "https://a/s/secret://x/mcp?k=secret://me/y&z";
        assert_eq!(fill(&Spot::Url, url, &["1", "2"]).as_deref(), Some("https://a/s/1/mcp?k=2&z"));
        assert_eq!(fill(&Spot::Arg(0), url, &["1", "2"]), None);
    }
}
