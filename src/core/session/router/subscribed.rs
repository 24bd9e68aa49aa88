//! What the client subscribed to at one server.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound;

use crate::core::catalog::normal_uri;

/// The server's own form of each URI, and the forms that the client used.
#[derive(Debug, Default)]
pub(super) struct Subscribed {
    forms: BTreeMap<String, BTreeSet<String>>,
    /// By the spelling that all spellings share (RFC 3986, section 6.2.2).
    spellings: HashMap<String, BTreeSet<String>>,
}

impl Subscribed {
    pub(super) fn add(&mut self, own: &str, form: String) {
        if let Some(normal) = normal_uri(own) {
            self.spellings.entry(normal).or_default().insert(own.to_owned());
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
        if let Some(normal) = normal_uri(own)
            && let Some(spelled) = self.spellings.get_mut(&normal)
        {
            spelled.remove(own);
            if spelled.is_empty() {
                self.spellings.remove(&normal);
            }
        }
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

    /// The server's URI that the client subscribed to with this form.
    pub(super) fn own(&self, form: &str) -> Option<&str> {
        self.forms.iter().find(|(_, forms)| forms.contains(form)).map(|(own, _)| own.as_str())
    }

    /// The forms of a URI of the server's, in order.
    pub(super) fn forms(&self, own: &str) -> impl Iterator<Item = &str> {
        self.forms.get(own).into_iter().flatten().map(String::as_str)
    }

    /// The same for a URI that the server may spell otherwise.
    pub(super) fn forms_of_any_spelling<'a>(&'a self, own: &str) -> impl Iterator<Item = &'a str> {
        let spelled = normal_uri(own).and_then(|normal| self.spellings.get(&normal));
        let others = spelled.into_iter().flatten().filter(move |other| *other != own);
        let others: Vec<_> = others.flat_map(|other| self.forms(other)).collect();
        self.forms.get(own).into_iter().flatten().map(String::as_str).chain(others)
    }

    /// What `uri` is a part of, as far as that can be told from how it begins: each with its forms.
    pub(super) fn above<'a>(&'a self, uri: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut found = Vec::new();
        let mut end = uri;
        loop {
            let before = (Bound::Unbounded, Bound::Included(end));
            let Some((own, forms)) = self.forms.range::<str, _>(before).next_back() else { break };
            // What begins `end` and is longer than what it has in common with this one would stand behind it.
            let common = end.bytes().zip(own.bytes()).take_while(|(one, other)| one == other).count();
            if common == own.len() {
                found.extend(forms.iter().map(|form| (own.as_str(), form.as_str())));
            }
            let Some(shorter) = common.checked_sub(usize::from(common == own.len())) else { break };
            end = &end[..end.floor_char_boundary(shorter)];
        }
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_spelling_of_a_uri_has_the_forms_of_all() {
        let mut subscribed = Subscribed::default();
        subscribed.add("x://H/a", "one".to_owned());
        subscribed.add("x://h/%61", "two".to_owned());
        let forms = |subscribed: &Subscribed, uri: &str| -> Vec<_> {
            subscribed.forms_of_any_spelling(uri).map(ToOwned::to_owned).collect()
        };
        for uri in ["x://h/a", "x://H/a", "x://h/%61"] {
            let mut forms = forms(&subscribed, uri);
            forms.sort_unstable();
            assert_eq!(forms, ["one", "two"], "{uri}");
        }
        subscribed.remove("x://h/%61", "two");
        assert_eq!(forms(&subscribed, "x://h/a"), ["one"]);
        subscribed.remove_all("x://H/a");
        assert!(forms(&subscribed, "x://h/a").is_empty() && subscribed.spellings.is_empty());
    }

    proptest! {
        #[test]
        fn what_a_uri_is_a_part_of_is_what_it_begins_with(
            owns in proptest::collection::btree_set("[abé]{0,4}", 0..12),
            uri in "[abé]{0,6}",
        ) {
            let mut subscribed = Subscribed::default();
            for own in &owns {
                subscribed.add(own, own.clone());
            }
            let mut found: Vec<_> = subscribed.above(&uri).map(|(own, _)| own.to_owned()).collect();
            found.sort_unstable();
            let begins: Vec<_> = owns.iter().filter(|own| uri.starts_with(*own)).cloned().collect();
            prop_assert_eq!(found, begins);
        }
    }
}
