//! Decisions made beforehand, for calls: one look-up each.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use foldhash::fast::RandomState;
use jiff::Timestamp;

use super::Decision;

/// What somebody may use, decided beforehand. It is right until something changes in the store, and knows what changes by
/// itself. What is not in it is denied.
#[derive(Debug, Clone)]
pub struct Table<K> {
    /// What is allowed, and until when.
    entries: HashMap<K, Option<Timestamp>, RandomState>,
    next_change: Option<Timestamp>,
}

impl<K: Hash + Eq> Table<K> {
    /// The table of these decisions, each about another key.
    pub fn new(decisions: impl IntoIterator<Item = (K, Decision)>) -> Self {
        let decisions = decisions.into_iter();
        let room = decisions.size_hint().0;
        let mut entries = HashMap::with_capacity_and_hasher(room, RandomState::default());
        let mut next_change: Option<Timestamp> = None;
        for (key, decision) in decisions.filter(|(_, decision)| decision.is_allowed()) {
            next_change = next_change.into_iter().chain(decision.until).min();
            entries.insert(key, decision.until);
        }
        Self { entries, next_change }
    }

    /// Whether `key` is allowed at `now`.
    pub fn allows<Q: Hash + Eq + ?Sized>(&self, key: &Q, now: Timestamp) -> bool
    where
        K: Borrow<Q>,
    {
        self.entries.get(key).is_some_and(|until| until.is_none_or(|until| now < until))
    }

    /// When the first of what it allows ends by itself: then lists are shorter, and clients are to be told.
    pub fn next_change(&self) -> Option<Timestamp> {
        self.next_change
    }

    /// What it allows at `now`, in no order.
    pub fn allowed(&self, now: Timestamp) -> impl Iterator<Item = &K> {
        let lives = move |until: &Option<Timestamp>| until.is_none_or(|until| now < until);
        self.entries.iter().filter(move |(_, until)| lives(until)).map(|(key, _)| key)
    }
}
