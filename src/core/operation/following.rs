//! Has running sessions follow what an operation changed.

use std::sync::{Arc, Mutex, PoisonError};

use super::Context;
use super::audit::sign_if_due;
use crate::core::control;
use crate::core::model::SessionRow;
use crate::core::store::Store;

/// The sessions that did not say in time that they follow a change: whoever shows the result says so.
#[derive(Debug, Clone, Default)]
pub struct Lagging(Arc<Mutex<Vec<SessionRow>>>);

impl Lagging {
    /// Those since the last call, each once.
    pub fn take(&self) -> Vec<SessionRow> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn add(&self, rows: Vec<SessionRow>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for row in rows {
            if !all.contains(&row) {
                all.push(row);
            }
        }
    }
}

/// After a change was committed: returns when every running session follows it, after a second at most.
///
/// The change stands whatever comes of this: a session that can't be asked looks at the store by itself.
pub(super) async fn followed(context: &Context) {
    Box::pin(sign_if_due(context)).await;
    followed_in(&context.store, &context.lagging).await;
}

/// The same for a change by somebody who did not say who they are.
pub(super) async fn followed_in(store: &Store, lagging: &Lagging) {
    match control::poke_all(store).await {
        Ok(late) => lagging.add(late),
        Err(error) => tracing::warn!("can't tell running sessions of the change: {error}"),
    }
}
