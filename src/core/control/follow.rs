//! Keeps a session in step with the store.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

use super::Subject;
use crate::core::model::{Served, Server};
use crate::core::store::{Generation, Store, StoreError};

/// How often the store is looked at when nobody says that it has changed.
const LOOK: Duration = Duration::from_millis(250);

/// Pokes that wait at most; who has one more waits for a place.
const QUEUE: usize = 16;

/// Says to a follower that the store has changed.
#[derive(Debug, Clone)]
pub(super) struct Pokes(mpsc::Sender<oneshot::Sender<bool>>);

/// Where a follower hears it.
pub(super) type Poked = mpsc::Receiver<oneshot::Sender<bool>>;

pub(super) fn pokes() -> (Pokes, Poked) {
    let (sender, receiver) = mpsc::channel(QUEUE);
    (Pokes(sender), receiver)
}

impl Pokes {
    /// Returns when the session is what the store was, at the earliest, at the time of the call. `false`: that can't be.
    pub(super) async fn poke(&self) -> bool {
        let (done, outcome) = oneshot::channel();
        self.0.send(done).await.is_ok() && outcome.await.unwrap_or(false)
    }
}

/// Those of `servers` that sessions use.
pub fn enabled(servers: Vec<Server>) -> Vec<Served> {
    let enabled = servers.into_iter().filter(|server| server.enabled);
    enabled.map(|server| Served::whole(Arc::new(server))).collect()
}

/// Follows the store from `seen` on, for as long as it is polled and the store can be read.
pub(super) async fn follow(subject: impl Subject, store: Store, mut seen: Generation, mut poked: Poked) {
    let Ok(mut looks) = store.watch(seen, LOOK).await else { return };
    // What changed since `seen` is found by the first step.
    looks.mark_changed();
    let mut failing = false;
    loop {
        let mut waiting = Vec::new();
        tokio::select! {
            () = sleep(LOOK), if failing => {}
            Some(first) = poked.recv() => waiting.push(first),
            changed = looks.changed() => if changed.is_err() { return },
        }
        // One look serves all who asked before it.
        while let Ok(another) = poked.try_recv() {
            waiting.push(another);
        }
        let outcome = step(&subject, &store, &mut seen).await;
        match &outcome {
            Err(error) if !failing => tracing::warn!("can't see whether servers have changed: {error}"),
            _ => {}
        }
        failing = outcome.is_err();
        for waiting in waiting {
            let _ = waiting.send(matches!(outcome, Ok(true)));
        }
    }
}

/// Brings the session up to the store, if that has changed. `false`: the session is over.
async fn step(subject: &impl Subject, store: &Store, seen: &mut Generation) -> Result<bool, StoreError> {
    if store.generation().await? == *seen {
        return Ok(true);
    }
    let followed = store.followed().await?;
    let in_force = subject.follow(enabled(followed.servers)).await;
    *seen = followed.generation;
    Ok(in_force)
}
