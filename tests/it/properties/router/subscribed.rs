//! What the client of a simulated session has subscribed to.

use std::collections::BTreeMap;

use serde_json::Value;

/// What is certain of a form of a URI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Off,
    On,
    /// The last request about it has no answer, failed, or was taken back.
    Open,
}

/// The resource of each server, in both forms of its URI.
#[derive(Debug, Default)]
pub(super) struct Subscribed {
    /// By URI: what is certain, and the last request about it with what that asked for.
    forms: BTreeMap<String, (State, i64, bool)>,
    /// The updates since somebody looked.
    updates: Vec<String>,
}

/// The URI of a server's resource: 0 is the server's own, 1 the one that always works.
pub(super) fn form(server: usize, form: usize) -> String {
    if form == 0 { format!("r:{server}") } else { format!("mcpgw://s{server}/r%3A{server}") }
}

impl Subscribed {
    /// The client asks to be told, or to be told no longer.
    pub(super) fn asked(&mut self, uri: &str, id: i64, on: bool) {
        self.forms.insert(uri.to_owned(), (State::Open, id, on));
    }

    /// A request was answered. Any other than the last one about its URI decides nothing.
    pub(super) fn answered(&mut self, id: i64, well: bool) {
        for (state, last, on) in self.forms.values_mut().filter(|(_, last, _)| *last == id && well) {
            *state = if *on { State::On } else { State::Off };
            *last = 0;
        }
    }

    /// The client is told of a change.
    pub(super) fn updated(&mut self, uri: &Value) {
        let uri = uri.as_str().expect("a URI");
        let state = self.forms.get(uri).map(|(state, ..)| *state).unwrap_or_default();
        assert_ne!(state, State::Off, "an update of {uri}, which is not subscribed to");
        self.updates.push(uri.to_owned());
    }

    /// Whether the client can rely on being told of changes of the server's resource.
    pub(super) fn relies_on(&self, server: usize) -> bool {
        (0..2).any(|which| self.is_on(&form(server, which)))
    }

    pub(super) fn forget_updates(&mut self) {
        self.updates.clear();
    }

    /// After a change of the server's resource: it was told so once in each form that it relies on.
    pub(super) fn check(&mut self, server: usize) {
        let updates = std::mem::take(&mut self.updates);
        for form in [form(server, 0), form(server, 1)] {
            let told = updates.iter().filter(|update| **update == form).count();
            assert!(told <= 1, "{updates:?}");
            assert!(told == 1 || !self.is_on(&form), "not told of a change of {form}");
        }
    }

    fn is_on(&self, uri: &str) -> bool {
        self.forms.get(uri).is_some_and(|(state, ..)| *state == State::On)
    }
}
