//! A look into JSON that somebody else wrote, without parsing it: a number beyond `f64` or half an emoji in one member
//! must not hide the others from the person who looks.

use crate::core::wire::{self, Span};

/// One value of a JSON text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw<'a> {
    text: &'a [u8],
    value: Span,
}

impl<'a> Raw<'a> {
    /// The whole of `text`.
    pub(crate) fn new(text: &'a [u8]) -> Self {
        Self { text, value: Span::new(wire::skip_whitespace(text, 0), text.len()) }
    }

    /// A member of an object.
    pub(crate) fn get(self, name: &str) -> Option<Self> {
        wire::find_member(self.text, self.value, name).map(|value| Self { value, ..self })
    }

    /// The members of an object, with their names.
    pub(crate) fn members(self) -> impl Iterator<Item = (String, Self)> {
        wire::members(self.text, self.value)
            .map(move |member| (shown(member.key.of(self.text)), Self { value: member.value, ..self }))
    }

    /// The elements of an array.
    pub(crate) fn elements(self) -> impl Iterator<Item = Self> {
        wire::elements(self.text, self.value).map(move |value| Self { value, ..self })
    }

    /// The value as it stands.
    pub(crate) fn bytes(self) -> &'a [u8] {
        self.value.of(self.text)
    }

    /// The text of a string; anything else, and a string that is no text, as it stands.
    pub(crate) fn text(self) -> String {
        shown(self.bytes())
    }

    /// The text of a member, if it is there.
    pub(crate) fn text_of(self, name: &str) -> Option<String> {
        self.get(name).map(Self::text)
    }
}

fn shown(token: &[u8]) -> String {
    wire::unquote(token)
        .map_or_else(|| String::from_utf8_lossy(token).into_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_parser_takes_hides_nothing_else() {
        let raw = Raw::new(br#" {"n":1e400,"half":"\ud83d","list":[{"a":"b\n"}],"ok":true}"#);
        assert_eq!(raw.text_of("n").as_deref(), Some("1e400"));
        assert_eq!(raw.text_of("half").as_deref(), Some(r#""\ud83d""#));
        let first = raw.get("list").and_then(|list| list.elements().next()).expect("an element");
        assert_eq!(first.text_of("a").as_deref(), Some("b\n"));
        assert_eq!(raw.members().map(|(name, _)| name).collect::<Vec<_>>(), ["n", "half", "list", "ok"]);
        assert_eq!(raw.get("ok").map(Raw::bytes), Some(&b"true"[..]));
    }
}
