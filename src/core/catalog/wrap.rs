//! The form of a URI that names its server: `mcpgw://<alias>/<percent-encoded URI>`.

use crate::core::model::{ServerAlias, percent_encode};

use super::template::{Part, UriTemplate};

const SCHEME: &str = "mcpgw://";

/// The wrapped form of `uri`. Everything but RFC 3986's unreserved characters is percent-encoded.
pub fn wrap_uri(alias: &ServerAlias, uri: &str) -> String {
    let mut wrapped = format!("{SCHEME}{alias}/");
    percent_encode(uri, &mut wrapped);
    wrapped
}

/// The wrapped form of a template: its literals are encoded, its expressions stay, so that it expands to a wrapped URI.
pub fn wrap_template(alias: &ServerAlias, template: &UriTemplate) -> String {
    let mut wrapped = format!("{SCHEME}{alias}/");
    for part in template.parts() {
        match part {
            Part::Literal(text) => percent_encode(text, &mut wrapped),
            Part::Expression { text, .. } => wrapped.push_str(text),
        }
    }
    wrapped
}

/// The alias in what looks like a wrapped URI or template.
pub fn named_by(wrapped: &str) -> Option<&str> {
    Some(wrapped.strip_prefix(SCHEME)?.split_once('/')?.0)
}

/// The alias and the URI of a wrapped form.
pub fn unwrap_uri(wrapped: &str) -> Option<(&str, String)> {
    let (alias, encoded) = wrapped.strip_prefix(SCHEME)?.split_once('/')?;
    Some((alias, decode(encoded)?))
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
            bytes.push(u8::try_from(digit(0)? << 4 | digit(1)?).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_broken_form_is_none() {
        for text in ["mcpgw://a", "mcpgw://a/%4", "mcpgw://a/%zz", "mcpgw://a/%ff", "http://a/b"] {
            assert_eq!(unwrap_uri(text), None, "{text}");
        }
    }

    #[test]
    fn a_wrapped_template_keeps_its_expressions() {
        let alias = ServerAlias::parse("fs").expect("alias");
        let template = UriTemplate::parse("file:///{+path}?x={x}");
        assert_eq!(wrap_template(&alias, &template), "mcpgw://fs/file%3A%2F%2F%2F{+path}%3Fx%3D{x}");
    }

    proptest! {
        #[test]
        fn wrapping_is_reversible(uri in ".{0,80}") {
            let alias = ServerAlias::parse("a-1").expect("alias");
            let wrapped = wrap_uri(&alias, &uri);
            prop_assert_eq!(unwrap_uri(&wrapped), Some(("a-1", uri)));
        }
    }
}
