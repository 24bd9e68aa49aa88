//! What was refused, until the audit is told of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::Context;
use crate::core::access::{Operation, Target};
use crate::core::model::{Act, Deed, Outcome, Subject};
use crate::core::platform::time::timeout;
use crate::core::store::Store;

/// How long the store may be held by others meanwhile.
const PATIENCE: Duration = Duration::from_secs(1);

/// What was refused: whoever shows the result has it written down. It keeps a store open only while there is something.
#[derive(Debug, Clone, Default)]
pub struct Denied(Arc<Mutex<Vec<Denial>>>);

#[derive(Debug)]
struct Denial {
    store: Store,
    act: Act,
    deed: Deed,
    target: Target,
}

impl Denied {
    /// Takes a refusal, and why it is one.
    pub(super) fn add(&self, context: &Context, operation: Operation, target: &Target, reason: String) {
        self.add_of(context, operation, target, subject(operation, target), reason);
    }

    /// The same of `subject`.
    pub(super) fn add_of(
        &self,
        context: &Context,
        operation: Operation,
        target: &Target,
        subject: Option<Subject>,
        reason: String,
    ) {
        let deed = Deed { subject, outcome: Outcome::Denied(reason), details: serde_json::Map::new() };
        let deed = match target {
            Target::Row(row) => deed.belonging(row.belonging),
            Target::Team { team, .. } => deed.of_team(*team),
            Target::User(_) | Target::Platform => deed,
        };
        let (store, act) = (context.store.clone(), context.act(operation.name()));
        let denial = Denial { store, act, deed, target: *target };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(denial);
    }

    /// Tells the audit of what was refused since the last call. It was, whatever comes of this.
    pub async fn write(&self) {
        let all = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        for Denial { store, act, mut deed, target } in all {
            if let Some(subject) = deed.subject.as_mut().filter(|subject| subject.name.is_empty()) {
                let name = timeout(PATIENCE, name(&store, &target)).await;
                subject.name = name.ok().flatten().unwrap_or_default();
            }
            if let Err(error) = store.record_denials(vec![(act, deed, 1)], PATIENCE).await {
                tracing::warn!("the audit could not be told of a refusal: {error}");
            }
        }
    }
}

/// What was not to be touched, or in what: its name is looked up when the audit is told.
fn subject(operation: Operation, target: &Target) -> Option<Subject> {
    let (kind, _) = operation.name().split_once('.')?;
    let (kind, id) = match target {
        Target::Row(row) => match row.server {
            Some(server) => ("server", Some(server.to_string())),
            None => (kind, None),
        },
        Target::Team { team, .. } => ("team", Some(team.to_string())),
        Target::User(user) => ("user", Some(user.to_string())),
        Target::Platform => (kind, None),
    };
    Some(Subject { kind, id, name: String::new() })
}

/// What `target` is called; nothing: it has no name.
async fn name(store: &Store, target: &Target) -> Option<String> {
    match target {
        Target::Row(row) => Some(store.server(row.server?).await.ok()??.name.to_string()),
        Target::Team { team, .. } => Some(store.teams().await.ok()?.get(team)?.slug.to_string()),
        Target::User(user) => Some(store.account(*user).await.ok()??.user.email?.to_string()),
        Target::Platform => None,
    }
}
