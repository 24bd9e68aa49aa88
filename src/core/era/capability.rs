//! Server capabilities (MCP `basic/lifecycle`, capability negotiation): what one child offers, what all offer together.

use serde_json::{Map, Value, json};

use super::Revision;
use crate::core::model::ListKind;
use crate::core::wire::{Span, members, unquote};

/// What one child said it can do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offered(Map<String, Value>);

impl Offered {
    /// The `capabilities` member of an `initialize` result; anything but an object offers nothing.
    pub fn parse(capabilities: &[u8]) -> Self {
        let whole = Span::new(0, capabilities.len());
        let offered = members(capabilities, whole).filter_map(|member| {
            let name = unquote(member.key.of(capabilities))?.into_owned();
            let value = member.value.of(capabilities);
            // What can't be parsed (a lone surrogate, a number beyond f64) still says that the capability is there.
            let value =
                serde_json::from_slice(value).ok().or_else(|| value.starts_with(b"{").then(|| json!({})))?;
            Some((name, value))
        });
        Self(offered.collect())
    }

    /// Whether it serves this list. Templates come with resources.
    pub fn lists(&self, kind: ListKind) -> bool {
        self.has(match kind {
            ListKind::Tools => "tools",
            ListKind::Prompts => "prompts",
            ListKind::Resources | ListKind::Templates => "resources",
        })
    }

    /// Whether it says so when this list changes.
    pub fn announces(&self, kind: ListKind) -> bool {
        let list = match kind {
            ListKind::Tools => "tools",
            ListKind::Prompts => "prompts",
            ListKind::Resources | ListKind::Templates => "resources",
        };
        self.0.get(list).and_then(|list| list.get("listChanged")) == Some(&Value::Bool(true))
    }

    /// What it said in `revision` as a client of `other` understands it: in 2024-11-05 whoever had prompts or templates could
    /// complete their arguments without a word about it (MCP 2025-03-26, changelog).
    #[must_use]
    pub fn said_in(mut self, revision: Revision, other: Revision) -> Self {
        let silent = revision == Revision::V2024_11_05 && other != revision;
        if silent && (self.has("prompts") || self.has("resources")) {
            self.0.entry("completions").or_insert_with(|| json!({}));
        }
        self
    }

    /// Whether it takes `logging/setLevel`.
    pub fn logs(&self) -> bool {
        self.has("logging")
    }

    /// Whether it runs tasks (2025-11-25).
    pub fn runs_tasks(&self) -> bool {
        self.has("tasks")
    }

    /// Whether it lists its tasks.
    pub fn lists_tasks(&self) -> bool {
        self.0.get("tasks").and_then(|tasks| tasks.get("list")).is_some()
    }

    fn has(&self, member: &str) -> bool {
        self.0.get(member).is_some_and(Value::is_object)
    }
}

/// What a session offers whose children offered `children`; `complete` when they are all that it may ever serve.
///
/// With children still to come everything is offered that one of them may bring, since capabilities can't be added later.
/// Changes of the three lists are always announced, because servers come and go while a session lives.
pub fn merge_capabilities<'a>(children: impl IntoIterator<Item = &'a Offered>, complete: bool) -> Value {
    let mut merged = Map::new();
    merged.insert("tools".to_owned(), json!({}));
    if !complete {
        for member in ["prompts", "completions", "logging"] {
            merged.insert(member.to_owned(), json!({}));
        }
        merged.insert("resources".to_owned(), json!({ "subscribe": true }));
    }
    for child in children {
        unite(&mut merged, &child.0);
    }
    for list in ["tools", "prompts", "resources"] {
        if let Some(Value::Object(list)) = merged.get_mut(list) {
            list.insert("listChanged".to_owned(), Value::Bool(true));
        }
    }
    Value::Object(merged)
}

/// Adds `more` to `all`, member by member; `true` wins over `false`, else the first one stays.
fn unite(all: &mut Map<String, Value>, more: &Map<String, Value>) {
    for (name, value) in more {
        match (all.get_mut(name), value) {
            (None, _) => {
                all.insert(name.clone(), value.clone());
            }
            (Some(Value::Object(known)), Value::Object(value)) => unite(known, value),
            (Some(known @ Value::Bool(false)), Value::Bool(true)) => *known = Value::Bool(true),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_any_child_can_do_is_offered_and_nothing_else() {
        let one = Offered::parse(br#"{"tools":{},"experimental":{"a":{"x":1}},"tasks":{"list":{}}}"#);
        let two = Offered::parse(br#"{"resources":{"subscribe":true},"logging":{},"experimental":{"b":{}}}"#);
        assert_eq!(
            merge_capabilities([&one, &two], true),
            json!({
                "tools": {"listChanged": true},
                "experimental": {"a": {"x": 1}, "b": {}},
                "resources": {"subscribe": true, "listChanged": true},
                "logging": {},
                "tasks": {"list": {}},
            })
        );
    }

    #[test]
    fn who_had_no_word_for_completion_may_have_it() {
        use Revision::{V2024_11_05, V2025_03_26, V2025_11_25};
        let completes = |text: &[u8], revision, other| {
            let offered = Offered::parse(text).said_in(revision, other);
            merge_capabilities([&offered], true).get("completions").is_some()
        };
        assert!(completes(br#"{"prompts":{}}"#, V2024_11_05, V2025_11_25));
        assert!(!completes(br#"{"prompts":{}}"#, V2024_11_05, V2024_11_05));
        assert!(!completes(br#"{"tools":{}}"#, V2024_11_05, V2025_11_25));
        assert!(!completes(br#"{"prompts":{}}"#, V2025_03_26, V2025_11_25));
    }

    #[test]
    fn a_capability_that_cannot_be_parsed_is_still_offered() {
        let odd = Offered::parse(br#"{"tools":{},"prompts":{"x":"\ud83d"}}"#);
        assert!(odd.lists(ListKind::Tools) && odd.lists(ListKind::Prompts) && !odd.logs());
    }

    #[test]
    fn everything_is_offered_while_a_child_is_still_to_come() {
        let offered = merge_capabilities([], false);
        for member in ["tools", "prompts", "resources", "completions", "logging"] {
            assert!(offered.get(member).is_some(), "{member}");
        }
    }
}
