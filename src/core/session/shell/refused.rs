//! What the client was refused, until somebody asks.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::core::model::Declined;

/// How many different ones are kept; a client that guesses more names than that is told of in the log.
const MOST: usize = 256;

/// Refusals, identical ones counted. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct Refused {
    counts: Arc<Mutex<HashMap<Declined, u32>>>,
    some: Arc<Notify>,
}

impl Refused {
    pub(super) fn add(&self, refusal: Declined) {
        let mut counts = self.lock();
        if let Some(count) = counts.get_mut(&refusal) {
            *count = count.saturating_add(1);
        } else if counts.len() < MOST {
            counts.insert(refusal, 1);
            self.some.notify_one();
        } else {
            tracing::warn!(
                "the client asks for too many things that it can't have: not all are told to the audit"
            );
        }
    }

    /// Returns when there are some.
    pub(super) async fn some(&self) {
        while self.lock().is_empty() {
            self.some.notified().await;
        }
    }

    pub(super) fn take(&self) -> Vec<(Declined, u32)> {
        std::mem::take(&mut *self.lock()).into_iter().collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Declined, u32>> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
