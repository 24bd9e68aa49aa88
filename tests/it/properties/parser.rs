//! What a full parser finds in a frame: `serde_json`, with every occurrence of a member kept as it stands.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::wire::Field;

/// An object's members in order, repeated ones too: the key's text and the value's bytes.
pub(super) struct Members<'a>(pub(super) Vec<(String, &'a str)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Key(key), value)) = map.next_entry::<Key, &'de RawValue>()? {
                    members.push((key, value.get()));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(All)
    }
}

/// A key's text. JSON may hold half a surrogate pair, which text can't: such a key is none that anybody looks for.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<Key, E> {
                Ok(Key(String::from_utf8_lossy(key).into_owned()))
            }
        }
        deserializer.deserialize_bytes(Text)
    }
}

/// Where each field of an envelope stands.
const PATHS: &[(Field, &[&str])] = &[
    (Field::Id, &["id"]),
    (Field::Method, &["method"]),
    (Field::Params, &["params"]),
    (Field::Result, &["result"]),
    (Field::Error, &["error"]),
    (Field::Name, &["params", "name"]),
    (Field::Uri, &["params", "uri"]),
    (Field::Cursor, &["params", "cursor"]),
    (Field::Level, &["params", "level"]),
    (Field::RequestId, &["params", "requestId"]),
    (Field::ProgressToken, &["params", "progressToken"]),
    (Field::Meta, &["params", "_meta"]),
    (Field::MetaProgressToken, &["params", "_meta", "progressToken"]),
    (Field::Reference, &["params", "ref"]),
    (Field::ReferenceType, &["params", "ref", "type"]),
    (Field::ReferenceName, &["params", "ref", "name"]),
    (Field::ReferenceUri, &["params", "ref", "uri"]),
    (Field::ProtocolVersion, &["params", "protocolVersion"]),
    (Field::Capabilities, &["params", "capabilities"]),
];

/// Every occurrence of every field. `None`: not one JSON object.
pub(super) fn fields(frame: &[u8]) -> Option<Vec<(Field, Vec<&str>)>> {
    let text = std::str::from_utf8(frame).ok()?;
    serde_json::from_str::<Members<'_>>(text).ok()?;
    Some(PATHS.iter().map(|&(field, path)| (field, occurrences(text, path))).collect())
}

fn occurrences<'a>(object: &'a str, path: &[&str]) -> Vec<&'a str> {
    let Some((first, rest)) = path.split_first() else { return vec![object] };
    let Ok(Members(members)) = serde_json::from_str(object) else { return Vec::new() };
    let found = members.into_iter().filter(|(key, _)| key == first);
    found.flat_map(|(_, value)| occurrences(value, rest)).collect()
}
