//! Has running sessions follow what an operation changed.

use std::sync::{Arc, Mutex, PoisonError};

use super::Context;
use super::audit::sign_if_due;
use crate::core::control;
use crate::core::model::SessionRow;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::Store;

/// Sessions that are named one by one.
const NAMED: usize = 5;

/// The sessions that did not say in time that they follow a change: whoever shows the result says so.
#[derive(Debug, Clone, Default)]
pub struct Lagging(Arc<Mutex<Vec<SessionRow>>>);

impl Lagging {
    /// Those since the last call, each once.
    fn take(&self) -> Vec<SessionRow> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What whoever changed something is told of those since the last call: which they are, or of many, how many.
    pub fn told(&self) -> Vec<Problem> {
        let late: Vec<_> = self.take().into_iter().map(|row| row.process.pid).collect();
        let problem = |message: String, hint: String| Problem::new(ProblemKind::Failed, message).hint(hint);
        if late.len() > NAMED {
            let message = format!("{} sessions did not say in time that they follow the change", late.len());
            return vec![problem(message, "mcpgw session list".to_owned())];
        }
        let one = |pid| {
            let message = format!("the session {pid} did not say in time that it follows the change");
            problem(message, format!("mcpgw session show {pid}"))
        };
        late.into_iter().map(one).collect()
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
