//! Arguments as people type them, made into the JSON that a tool or prompt takes.

use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use super::Item;
use crate::core::problem::{Problem, ProblemKind};

/// Why typed arguments make no JSON object.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArgumentError {
    /// `--args` is not JSON.
    #[error("--args is not JSON: {0}")]
    NotJson(String),
    /// `--args` is JSON, but no object.
    #[error("--args is not a JSON object")]
    NotAnObject,
    /// An argument without a value.
    #[error("{0} is not NAME=VALUE")]
    NoValue(String),
    /// A value that is not what the tool's schema says.
    #[error("{name} takes JSON of type {wanted}, not {value:?}")]
    WrongType {
        /// The argument.
        name: String,
        /// The `type` in the schema.
        wanted: String,
        /// What was typed.
        value: String,
    },
}

impl From<ArgumentError> for Problem {
    fn from(error: ArgumentError) -> Self {
        Self::new(ProblemKind::Usage, error.to_string())
    }
}

/// A tool's arguments: the members of `json`, and over them the `pairs` of NAME=VALUE.
///
/// The schema in `item` says what a typed value is; where it doesn't, what reads as JSON is JSON and the rest is text.
/// Without pairs the JSON passes as it was typed.
pub fn arguments(
    json: Option<&str>,
    pairs: &[String],
    item: Option<&Item>,
) -> Result<Box<RawValue>, ArgumentError> {
    let json = json.unwrap_or("{}");
    let given: Box<RawValue> = serde_json::from_str(json).map_err(not_json)?;
    if !given.get().starts_with('{') {
        return Err(ArgumentError::NotAnObject);
    }
    if pairs.is_empty() {
        return Ok(given);
    }
    let schema = item.and_then(|item| serde_json::from_slice::<Value>(&item.raw).ok());
    let mut members: Vec<(String, Box<RawValue>)> = members_of(&given)?;
    for pair in pairs {
        let (name, value) = pair.split_once('=').ok_or_else(|| ArgumentError::NoValue(pair.clone()))?;
        let wanted =
            schema.as_ref().and_then(|tool| tool["inputSchema"]["properties"][name]["type"].as_str());
        let value = typed(name, value, wanted)?;
        members.retain(|(known, _)| known != name);
        members.push((name.to_owned(), value));
    }
    object(&members)
}

/// A prompt's arguments, which are all text (MCP `server/prompts`).
pub fn prompt_arguments(pairs: &[String]) -> Result<Box<RawValue>, ArgumentError> {
    let mut members = Vec::new();
    for pair in pairs {
        let (name, value) = pair.split_once('=').ok_or_else(|| ArgumentError::NoValue(pair.clone()))?;
        members.push((name.to_owned(), text(value)?));
    }
    object(&members)
}

fn typed(name: &str, value: &str, wanted: Option<&str>) -> Result<Box<RawValue>, ArgumentError> {
    let as_json = || RawValue::from_string(value.to_owned());
    match wanted {
        Some("string") => text(value),
        Some(wanted) => as_json().map_err(|_| ArgumentError::WrongType {
            name: name.to_owned(),
            wanted: wanted.to_owned(),
            value: value.to_owned(),
        }),
        None => as_json().or_else(|_| text(value)),
    }
}

fn text(value: &str) -> Result<Box<RawValue>, ArgumentError> {
    to_raw_value(value).map_err(not_json)
}

/// The members in their order, each value as it was typed.
fn members_of(object: &RawValue) -> Result<Vec<(String, Box<RawValue>)>, ArgumentError> {
    use crate::core::wire::{Span, members, unquote};

    let bytes = object.get().as_bytes();
    members(bytes, Span::new(0, bytes.len()))
        .map(|member| {
            let name = unquote(member.key.of(bytes)).unwrap_or_default().into_owned();
            let value = String::from_utf8_lossy(member.value.of(bytes)).into_owned();
            Ok((name, RawValue::from_string(value).map_err(not_json)?))
        })
        .collect()
}

fn object(members: &[(String, Box<RawValue>)]) -> Result<Box<RawValue>, ArgumentError> {
    let mut json = String::from("{");
    for (position, (name, value)) in members.iter().enumerate() {
        if position > 0 {
            json.push(',');
        }
        json.push_str(text(name)?.get());
        json.push(':');
        json.push_str(value.get());
    }
    json.push('}');
    RawValue::from_string(json).map_err(not_json)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn not_json(error: serde_json::Error) -> ArgumentError {
    ArgumentError::NotJson(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{ServerId, ServerName};

    fn tool() -> Item {
        let schema =
            br#"{"name":"t","inputSchema":{"properties":{"id":{"type":"string"},"n":{"type":"integer"}}}}"#;
        Item {
            server: ServerName::parse("s").expect("a name"),
            server_id: ServerId::new(0, [0; 10]),
            advertised: "s__t".to_owned(),
            original: "t".to_owned(),
            raw: Box::from(&schema[..]),
            refusal: None,
            is_disabled: false,
        }
    }

    fn made(json: Option<&str>, pairs: &[&str]) -> Result<String, ArgumentError> {
        let pairs: Vec<_> = pairs.iter().map(ToString::to_string).collect();
        arguments(json, &pairs, Some(&tool())).map(|raw| raw.get().to_owned())
    }

    #[test]
    fn the_schema_says_what_a_typed_value_is() {
        assert_eq!(
            made(None, &["id=007", "n=7", "x=[1]", "y=a=b"]).as_deref(),
            Ok(r#"{"id":"007","n":7,"x":[1],"y":"a=b"}"#)
        );
        assert!(matches!(made(None, &["n=seven"]), Err(ArgumentError::WrongType { .. })));
        assert!(matches!(made(None, &["n"]), Err(ArgumentError::NoValue(_))));
    }

    #[test]
    fn json_passes_as_typed_and_pairs_win() {
        assert_eq!(made(Some(r#"{ "a" : 1e400, "n":1 }"#), &[]).as_deref(), Ok(r#"{ "a" : 1e400, "n":1 }"#));
        assert_eq!(made(Some(r#"{"a":1e400,"n":1}"#), &["n=2"]).as_deref(), Ok(r#"{"a":1e400,"n":2}"#));
        assert!(matches!(made(Some("[]"), &[]), Err(ArgumentError::NotAnObject)));
        assert!(matches!(made(Some("{"), &[]), Err(ArgumentError::NotJson(_))));
    }
}
