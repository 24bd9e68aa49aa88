//! What the client subscribed to at one server.

use std::collections::{BTreeSet, HashMap};

use crate::core::catalog::normal_uri;

/// The server's own form of each URI, and the forms that the client used.
#[derive(Debug, Default)]
pub(super) struct Subscribed {
    forms: HashMap<String, BTreeSet<String>>,
    /// By the spelling that all spellings share (RFC 3986, section 6.2.2), where that is another.
    spellings: HashMap<String, String>,
}

impl Subscribed {
    pub(super) fn add(&mut self, own: &str, form: String) {
        if let Some(normal) = normal_uri(own).filter(|normal| normal != own) {
            self.spellings.insert(normal, own.to_owned());
        }
        self.forms.entry(own.to_owned()).or_default().insert(form);
    }

    /// Takes one form back.
    pub(super) fn remove(&mut self, own: &str, form: &str) {
        let Some(forms) = self.forms.get_mut(own) else { return };
        forms.remove(form);
        if forms.is_empty() {
            self.remove_all(own);
        }
    }

    /// Takes all forms back.
    pub(super) fn remove_all(&mut self, own: &str) {
        self.forms.remove(own);
        self.spellings.retain(|_, spelled| spelled != own);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    pub(super) fn contains(&self, own: &str) -> bool {
        self.forms.contains_key(own)
    }

    /// The server's URIs.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(String::as_str)
    }

    /// Each form with the server's.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.forms.iter().flat_map(|(own, forms)| forms.iter().map(|form| (own.as_str(), form.as_str())))
    }

    /// The forms of a URI of the server's, in order.
    pub(super) fn forms(&self, own: &str) -> impl Iterator<Item = &str> {
        self.forms.get(own).into_iter().flatten().map(String::as_str)
    }

    /// How the server's URI is spelled in the subscription.
    pub(super) fn spelled(&self, own: &str) -> Option<&str> {
        let normal = normal_uri(own)?;
        let own = self.forms.get_key_value(&normal).map(|(own, _)| own);
        own.or_else(|| self.spellings.get(&normal)).map(String::as_str)
    }
}
