//! What is remembered of the past, within a bound: the oldest goes first.

use std::borrow::Borrow;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use foldhash::fast::RandomState;

use crate::core::model::ServerId;

/// How many things are remembered.
const MOST: usize = 10_000;

/// A bounded map of what servers brought. Where it is full, the server that brought most loses its oldest.
#[derive(Debug)]
pub(super) struct Recent<K, V> {
    map: HashMap<K, V, RandomState>,
    order: HashMap<ServerId, VecDeque<K>, RandomState>,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self { map: HashMap::default(), order: HashMap::default() }
    }
}

impl<K: Clone + Eq + Hash, V> Recent<K, V> {
    /// Remembers `value`, which `server` brought, in place of what was known under `key`.
    pub(super) fn insert(&mut self, server: ServerId, key: K, value: V) {
        drop(self.swap(server, key, value));
    }

    /// The same. Returns what is forgotten for it.
    pub(super) fn swap(&mut self, server: ServerId, key: K, value: V) -> Option<V> {
        if self.map.insert(key.clone(), value).is_some() {
            return None;
        }
        self.order.entry(server).or_default().push_back(key);
        if self.map.len() > MOST
            && let Some(most) = self.order.values_mut().max_by_key(|keys| keys.len())
            && let Some(oldest) = most.pop_front()
        {
            return self.map.remove(&oldest);
        }
        None
    }

    pub(super) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.map.get(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_of_who_brought_most_is_forgotten_first() {
        let [one, other] = [1, 2].map(|number| ServerId::new(number, [0; 10]));
        let mut recent = Recent::default();
        recent.insert(other, MOST + 9, 0);
        (0..MOST).for_each(|n| recent.insert(one, n, n));
        assert_eq!((recent.get(&0), recent.get(&1)), (None, Some(&1)));
        assert!(recent.get(&(MOST + 9)).is_some() && recent.get(&(MOST - 1)).is_some());
    }
}
