//! What servers gave and is not kept yet.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::super::router::Kept;
use crate::core::model::CatalogueKey;

/// The latest of each server; somebody writes while there is a place for it.
#[derive(Debug, Default)]
pub(super) struct Unkept(Mutex<HashMap<CatalogueKey, Option<Kept>>>);

impl Unkept {
    /// Takes the latest. `true`: nobody writes for this server yet.
    pub(super) fn add(&self, key: &CatalogueKey, kept: Kept) -> bool {
        let mut places = self.lock();
        let is_new = !places.contains_key(key);
        let place = places.entry(*key).or_default();
        *place = Some(match (place.take(), kept) {
            // What it is the same as is not kept yet.
            (
                Some(Kept::Listed { anew: true, .. } | Kept::Failed { .. }),
                Kept::Listed { hello, lists, .. },
            ) => Kept::Listed { hello, lists, anew: true },
            (_, kept) => kept,
        });
        is_new
    }

    /// What is to be written next. Nothing: whoever writes is done.
    pub(super) fn take(&self, key: &CatalogueKey) -> Option<Kept> {
        let mut places = self.lock();
        let next = places.get_mut(key).and_then(Option::take);
        if next.is_none() {
            places.remove(key);
        }
        next
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<CatalogueKey, Option<Kept>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
