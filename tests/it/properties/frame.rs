//! Generated frames: members that decide something, in any order, spelling and number.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Keys that a scan looks at, on some level.
const KEYS: &[&str] = &[
    "id",
    "method",
    "params",
    "result",
    "error",
    "name",
    "uri",
    "cursor",
    "level",
    "requestId",
    "progressToken",
    "_meta",
    "ref",
    "type",
    "protocolVersion",
    "capabilities",
    "jsonrpc",
    "arguments",
    "x",
    "",
];

/// White space between tokens.
fn space() -> impl Strategy<Value = String> {
    prop_oneof![6 => Just(String::new()), 1 => select(vec![" ", "\t", "\r", "  \t "]).prop_map(str::to_owned)]
}

/// A string token of a text, each character as it is or escaped.
fn spelled(text: String) -> impl Strategy<Value = String> {
    let length = text.chars().count();
    vec(prop_oneof![6 => Just(false), 1 => Just(true)], length).prop_map(move |escaped| {
        let mut token = String::from("\"");
        for (c, escaped) in text.chars().zip(escaped) {
            let mut units = [0; 2];
            match c {
                _ if escaped || c < ' ' => {
                    for unit in c.encode_utf16(&mut units) {
                        token += &escape(*unit);
                    }
                }
                '"' | '\\' => token.extend(['\\', c]),
                _ => token.push(c),
            }
        }
        token + "\""
    })
}

fn escape(unit: u16) -> String {
    format!("\\u{unit:04x}")
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1",
            "42",
            "1.0",
            "0.10",
            "1E5",
            "-1e-400",
            "1e400",
            "18446744073709551616",
            "123456789012345678901234567890",
            "\"resource_link\"",
            "\"tools/call\"",
            "\"a\\/b\"",
            "\"\\ud83d\\ude00\"",
        ])
        .prop_map(str::to_owned),
        ".{0,12}".prop_flat_map(spelled),
        r#"["\\\\{}\\[\\]:,]{0,8}"#.prop_flat_map(spelled),
    ]
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(KEYS).prop_map(str::to_owned), 1 => ".{0,6}"].prop_flat_map(spelled)
}

fn object(value: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = String> {
    let member = (space(), key(), space(), space(), value, space()).prop_map(
        |(before, key, colon, from, value, behind)| format!("{before}{key}{colon}:{from}{value}{behind}"),
    );
    (vec(member, 0..6), space()).prop_map(|(members, empty)| {
        if members.is_empty() { format!("{{{empty}}}") } else { format!("{{{}}}", members.join(",")) }
    })
}

fn value() -> impl Strategy<Value = String> {
    scalar().prop_recursive(4, 40, 5, |inner| {
        let element =
            (space(), inner.clone(), space()).prop_map(|(before, value, behind)| before + &value + &behind);
        prop_oneof![
            3 => object(inner),
            1 => vec(element, 0..4).prop_map(|elements| format!("[{}]", elements.join(","))),
        ]
    })
}

/// A JSON object, as text.
pub(super) fn frame() -> impl Strategy<Value = String> {
    (space(), object(value()), space()).prop_map(|(before, object, behind)| before + &object + &behind)
}

/// A frame with some of its bytes removed, replaced, repeated or cut off.
pub(super) fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => select(br#"{}[]:,"\ u0e.-tn"#.to_vec()),
        1 => any::<u8>(),
    ];
    let change = (any::<proptest::sample::Index>(), 0..4_u8, byte);
    (frame(), vec(change, 1..5)).prop_map(|(frame, changes)| {
        let mut bytes = frame.into_bytes();
        for (place, how, byte) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            match how {
                0 => drop(bytes.remove(at)),
                1 => bytes[at] = byte,
                2 => bytes.insert(at, byte),
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}
