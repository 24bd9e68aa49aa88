//! Looks into a value that is known to be well formed, one level at a time.

use memchr::memchr;

use super::span::Span;
use super::text::unquote;
use super::walk::{skip_string, skip_value, skip_whitespace};

/// One member of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The key token, with its quotes.
    pub key: Span,
    /// The value.
    pub value: Span,
}

impl Member {
    /// Whether the key means `name`, however it is escaped.
    pub fn is(&self, frame: &[u8], name: &str) -> bool {
        let token = self.key.of(frame);
        let plain = &token[1..token.len() - 1];
        plain == name.as_bytes() || plain.contains(&b'\\') && unquote(token).is_some_and(|key| key == name)
    }
}

/// The members of the object at `object`, in order. Ends early where the value is not an object or breaks.
pub fn members(frame: &[u8], object: Span) -> impl Iterator<Item = Member> {
    let mut at = opening(frame, object, b'{');
    std::iter::from_fn(move || {
        let start = at?;
        let key = Span::new(start, skip_string(frame, start).ok()?);
        let colon = skip_whitespace(frame, key.end());
        let from = (frame.get(colon) == Some(&b':')).then(|| skip_whitespace(frame, colon + 1))?;
        let value = Span::new(from, skip_value(frame, from).ok()?);
        at = following(frame, value.end());
        Some(Member { key, value })
    })
}

/// The elements of the array at `array`, in order. Ends early where the value is not an array or breaks.
pub fn elements(frame: &[u8], array: Span) -> impl Iterator<Item = Span> {
    let mut at = first_element(frame, array);
    std::iter::from_fn(move || {
        let (value, next) = element_at(frame, at?)?;
        at = next;
        Some(value)
    })
}

/// Where the first element of the array at `array` starts, if it is one and has any.
pub fn first_element(frame: &[u8], array: Span) -> Option<usize> {
    opening(frame, array, b'[')
}

/// The element that starts at `start`, and where the next one does.
pub fn element_at(frame: &[u8], start: usize) -> Option<(Span, Option<usize>)> {
    let value = Span::new(start, skip_value(frame, start).ok()?);
    Some((value, following(frame, value.end())))
}

/// The value of member `name`; the last one when it is repeated, as `JSON.parse` has it.
pub fn find_member(frame: &[u8], object: Span, name: &str) -> Option<Span> {
    members(frame, object).filter(|member| member.is(frame, name)).last().map(|member| member.value)
}

/// Every member anywhere inside `within` whose value is a string, in order. Linear, however deep it nests.
pub fn string_members(frame: &[u8], within: Span) -> impl Iterator<Item = Member> {
    let mut at = within.start();
    std::iter::from_fn(move || {
        loop {
            let open = at + memchr(b'"', frame.get(at..within.end())?)?;
            let key = Span::new(open, skip_string(frame, open).ok()?);
            at = key.end();
            let colon = skip_whitespace(frame, at);
            if frame.get(colon) == Some(&b':') {
                let from = skip_whitespace(frame, colon + 1);
                at = from;
                if frame.get(from) == Some(&b'"') {
                    let value = Span::new(from, skip_string(frame, from).ok()?);
                    at = value.end();
                    return Some(Member { key, value });
                }
            }
        }
    })
}

/// Where the first item of a container starts, if it is of this kind and has one.
fn opening(frame: &[u8], container: Span, bracket: u8) -> Option<usize> {
    (frame.get(container.start()) == Some(&bracket)).then_some(())?;
    let first = skip_whitespace(frame, container.start() + 1);
    (!matches!(frame.get(first)?, b'}' | b']')).then_some(first)
}

/// Where the next item starts, if a comma follows.
fn following(frame: &[u8], end: usize) -> Option<usize> {
    let comma = skip_whitespace(frame, end);
    (frame.get(comma)? == &b',').then(|| skip_whitespace(frame, comma + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_and_elements_are_walked_in_order() {
        let frame = br#"{"a" : [1, {"b":2} ,"c"], "\u006eame":"x","e":{}}"#;
        let whole = Span::new(0, frame.len());
        let keys: Vec<_> = members(frame, whole).map(|m| m.key.of(frame).to_vec()).collect();
        assert_eq!(keys, [b"\"a\"".to_vec(), b"\"\\u006eame\"".to_vec(), b"\"e\"".to_vec()]);
        let array = find_member(frame, whole, "a").expect("a");
        let items: Vec<_> = elements(frame, array).map(|item| item.of(frame).to_vec()).collect();
        assert_eq!(items, [b"1".to_vec(), br#"{"b":2}"#.to_vec(), b"\"c\"".to_vec()]);
        assert_eq!(find_member(frame, whole, "name").map(|v| v.of(frame)), Some(&b"\"x\""[..]));
        assert_eq!(elements(frame, whole).count() + members(frame, array).count(), 0);
    }

    #[test]
    fn string_members_are_found_at_any_depth() {
        let frame = br#"{"a":[{"uri":"1"},"uri","x:\"uri\":",{"b":{"uri" : "2"}}],"uri":{"c":3},"d":"4"}"#;
        let found: Vec<_> = string_members(frame, Span::new(0, frame.len()))
            .map(|member| String::from_utf8_lossy(member.value.of(frame)).into_owned())
            .collect();
        assert_eq!(found, ["\"1\"", "\"2\"", "\"4\""]);
    }
}
