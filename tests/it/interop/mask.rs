//! What of a result may differ between two sessions, because time passed or chance was involved.

use serde_json::{Map, Value};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Mask {
    /// Nothing may differ.
    Exact,
    /// Numbers may: times of the day, dates, sizes of folders.
    Numbers,
    /// Random identifiers may.
    Uuids,
    /// What a task says that it is doing may, since that is a matter of when it was asked.
    Stages,
    /// The result is a process's environment: what was added to it on purpose is left out, and nothing else may differ but the
    /// order.
    Environment,
}

impl Mask {
    pub(super) fn parse(name: Option<&str>) -> Self {
        match name {
            None => Self::Exact,
            Some("numbers") => Self::Numbers,
            Some("uuids") => Self::Uuids,
            Some("stages") => Self::Stages,
            Some("environment") => Self::Environment,
            Some(other) => panic!("no mask is called {other}"),
        }
    }

    /// `value` without what may differ. `added` are the variables that somebody was given on purpose.
    pub(super) fn apply(self, value: &Value, added: &[&str]) -> Value {
        match self {
            Self::Exact => value.clone(),
            Self::Numbers => each_string(value, &|text| collapse_digits(text)),
            Self::Uuids => {
                each_string(value, &|text| if is_uuid(text) { "<uuid>".to_owned() } else { text.to_owned() })
            }
            Self::Stages => without_stages(value),
            Self::Environment => {
                each_string(value, &|text| environment(text, added).unwrap_or_else(|| text.to_owned()))
            }
        }
    }
}

fn each_string(value: &Value, change: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(text)),
        Value::Array(items) => Value::Array(items.iter().map(|item| each_string(item, change)).collect()),
        Value::Object(members) => {
            let changed = members.iter().map(|(key, member)| (key.clone(), each_string(member, change)));
            Value::Object(changed.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn without_stages(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_stages).collect(),
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| *key != "statusMessage");
            Value::Object(kept.map(|(key, member)| (key.clone(), without_stages(member))).collect())
        }
        other => other.clone(),
    }
}

/// Every run of digits as one zero, so that `9:59` and `10:00` look alike.
fn collapse_digits(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '0'..='9' if collapsed.ends_with('0') => {}
            '0'..='9' => collapsed.push('0'),
            other => collapsed.push(other),
        }
    }
    collapsed
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36 && text.chars().all(|letter| letter == '-' || letter.is_ascii_hexdigit())
}

fn environment(text: &str, added: &[&str]) -> Option<String> {
    let mut variables: Vec<(String, Value)> =
        serde_json::from_str::<Map<String, Value>>(text).ok()?.into_iter().collect();
    variables.retain(|(name, _)| !added.contains(&name.as_str()));
    variables.sort_by(|one, other| one.0.cmp(&other.0));
    Some(format!("{variables:?}"))
}

#[test]
fn only_what_may_differ_is_masked() {
    let numbers = |text| Mask::Numbers.apply(&Value::from(text), &[]);
    assert_eq!(numbers("at 9:59:59 PM"), numbers("at 10:00:00 PM"));
    assert_ne!(numbers("at 9:59:59 PM"), numbers("by 9:59:59 PM"));
    let uuids = |text| Mask::Uuids.apply(&Value::from(text), &[]);
    assert_eq!(uuids("0190163d-8694-739b-aea5-966c26f8ad91"), uuids("7d444840-9dc0-41d1-b245-5ffdce74fad2"));
    assert_ne!(uuids("one"), uuids("other"));
    let stages = |text| Mask::Stages.apply(&serde_json::from_str::<Value>(text).expect("JSON"), &[]);
    assert_eq!(stages(r#"{"task":{"statusMessage":"one"}}"#), stages(r#"{"task":{}}"#));
    assert_ne!(stages(r#"{"status":"working"}"#), stages(r#"{"status":"completed"}"#));
    let environment = |text| Mask::Environment.apply(&Value::from(text), &["MCPGW_PARENT"]);
    assert_eq!(environment(r#"{"A":"1","B":"2"}"#), environment(r#"{"B":"2","MCPGW_PARENT":"x","A":"1"}"#));
    assert_ne!(environment(r#"{"A":"1"}"#), environment(r#"{"A":"1","MCPGW_DATA_DIR":"/x"}"#));
    assert_ne!(environment(r#"{"A":"1"}"#), environment(r#"{"A":"1","PORT":"1"}"#));
}
