//! `--field`: one value of a JSON text, cut out and never re-encoded.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::core::wire::{Span, elements, members};

/// The values at `path` (member names and indexes, joined by dots) in `json`. A name applied to an array is applied
/// to each of its elements, so that `name` on a list gives every name, and `null` where one has none. `None`: there is no such value.
pub(super) fn select(json: &RawValue, path: &str) -> Option<Vec<String>> {
    let text = json.get().as_bytes();
    let mut values = vec![Some(Span::new(0, text.len()))];
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let mut next = Vec::new();
        for value in values {
            let Some(value) = value else {
                next.push(None);
                continue;
            };
            match (text.get(value.start())?, step.parse::<usize>()) {
                (b'{', _) => next.push(member(text, value, step)),
                (b'[', Ok(index)) => next.push(elements(text, value).nth(index)),
                (b'[', Err(_)) => {
                    next.extend(elements(text, value).map(|element| member(text, element, step)));
                }
                _ => next.push(None),
            }
        }
        if !next.is_empty() && next.iter().all(Option::is_none) {
            return None;
        }
        values = next;
    }
    let told = |value: Option<Span>| value.map_or("null".into(), |value| plain(value.of(text)).into_owned());
    Some(values.into_iter().map(told).collect())
}

fn member(text: &[u8], object: Span, name: &str) -> Option<Span> {
    members(text, object).find(|member| member.is(text, name)).map(|member| member.value)
}

/// A string without its quotes; anything else as it stands.
fn plain(token: &[u8]) -> Cow<'_, str> {
    crate::core::wire::unquote(token).unwrap_or_else(|| String::from_utf8_lossy(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_reach_into_objects_and_lists_and_keep_numbers() {
        let json =
            r#"[{"name":"a\n","n":12345678901234567890123,"tags":["x"]},{"name":"b","n":1.0,"tags":["y"]}]"#;
        let json = RawValue::from_string(json.to_owned()).expect("valid JSON");
        let field = |path| select(&json, path);
        assert_eq!(field("name"), Some(vec!["a\n".to_owned(), "b".to_owned()]));
        assert_eq!(field("n"), Some(vec!["12345678901234567890123".to_owned(), "1.0".to_owned()]));
        assert_eq!(field("1.tags.0"), Some(vec!["y".to_owned()]));
        assert_eq!(field("1.tags"), Some(vec!["[\"y\"]".to_owned()]));
        assert_eq!(field("2"), None);
        assert_eq!(field("name.x"), None);
        let json = RawValue::from_string(r#"[{"a":{"b":1}},{"a":2},{}]"#.to_owned()).expect("valid JSON");
        let null = || "null".to_owned();
        assert_eq!(select(&json, "a.b"), Some(vec!["1".to_owned(), null(), null()]));
        assert_eq!(select(&json, "1.a.b"), None);
    }
}
