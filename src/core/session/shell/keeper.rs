//! What the store knows of servers, asked and told beside the relay.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::oneshot;

use super::super::router::{Cached, Hello, Kept};
use super::hub::Hub;
use crate::core::catalog::Listing;
use crate::core::clock::Clock;
use crate::core::model::{Catalogue, CatalogueKey, ListKind, Sighting};
use crate::core::platform::time::{sleep, timeout};
use crate::core::store::Store;

/// Reads and writes the catalogue cache.
#[derive(Debug, Clone)]
pub struct Keeper {
    /// Where it is; without one every session sees every server for the first time.
    pub store: Option<Store>,
    /// Tells how old an entry is.
    pub clock: Clock,
    /// From this age on an entry is looked at again.
    pub refresh_after: Duration,
}

/// An entry that was confirmed this recently need not be confirmed again.
const RECENT: Duration = Duration::from_mins(1);

/// How long until the first write: whoever waits for a list gets it before the store gets what is in it.
const FIRST: Duration = Duration::from_millis(100);

/// How long at least between two writes about one server: a list may change all the time.
const BETWEEN: Duration = Duration::from_secs(1);

/// How long the end of a session may wait for what is being kept.
const LAST_WRITES: Duration = Duration::from_millis(500);

impl Keeper {
    /// Asks for what is known, and tells the router.
    pub(super) fn look_up(&self, hub: &Arc<Hub>, keys: Vec<(usize, CatalogueKey)>) {
        let (keeper, hub) = (self.clone(), Arc::clone(hub));
        hub.keeping.clone().spawn(async move {
            let (children, keys): (Vec<_>, Vec<_>) = keys.into_iter().unzip();
            let (sender, heads) = oneshot::channel();
            let reading = keeper.read(keys, sender);
            let answering = async {
                // What is known of servers but for their lists is enough for `initialize`.
                let heads = heads.await.unwrap_or_default();
                let known = children.iter().enumerate().map(|(place, &child)| {
                    let sighting = heads.get(place).cloned().flatten();
                    (child, sighting.map(|sighting| keeper.cached(sighting)))
                });
                let known = known.collect();
                hub.call(|router| router.cached(known));
            };
            let (known, ()) = tokio::join!(reading, answering);
            let lists = children.iter().enumerate().map(|(place, &child)| match known.get(place) {
                Some(Some(Sighting::Listed(catalogue))) => (child, Some(catalogue)),
                _ => (child, None),
            });
            let lists = lists.collect();
            hub.call(|router| router.cached_lists(lists));
        });
    }

    /// Lets what is being kept come to its end, if that doesn't take long.
    pub(super) async fn finish(&self, hub: &Hub) {
        if let Some(store) = &self.store {
            store.hurry(LAST_WRITES);
        }
        hub.keeping.close();
        let _ = timeout(LAST_WRITES, hub.keeping.wait()).await;
    }

    async fn read(
        &self,
        keys: Vec<CatalogueKey>,
        heads: oneshot::Sender<Vec<Option<Sighting>>>,
    ) -> Vec<Option<Sighting>> {
        let Some(store) = &self.store else { return Vec::new() };
        let first = |known| {
            // Nobody waits any more when the session is over.
            let _ = heads.send(known);
        };
        store.sightings(keys, first).await.unwrap_or_else(|error| {
            tracing::warn!("can't read what is known of servers: {error}");
            Vec::new()
        })
    }

    fn cached(&self, sighting: Sighting) -> Cached {
        let at = match &sighting {
            Sighting::Listed(catalogue) => catalogue.seen_at,
            Sighting::Failed { at, .. } => *at,
        };
        let age = self.age(at);
        Cached { sighting, stale: age >= self.refresh_after, recent: age < RECENT }
    }

    /// A clock that was set back makes everything look new for a while; nothing is older than its entry says.
    fn age(&self, at: Timestamp) -> Duration {
        Duration::try_from(self.clock.now().duration_since(at)).unwrap_or_default()
    }

    /// Keeps what a start gave, in place of what is not kept yet.
    pub(super) fn keep(&self, hub: &Arc<Hub>, key: CatalogueKey, kept: Kept) {
        if self.store.is_none() || !hub.unkept.add(&key, kept) {
            return;
        }
        let (keeper, hub) = (self.clone(), Arc::clone(hub));
        hub.keeping.clone().spawn(async move {
            let mut pause = FIRST;
            loop {
                tokio::select! {
                    () = hub.closing.cancelled() => {}
                    () = sleep(pause) => {}
                }
                let Some(kept) = hub.unkept.take(&key) else { return };
                keeper.write(key, kept).await;
                pause = BETWEEN;
            }
        });
    }

    async fn write(&self, key: CatalogueKey, kept: Kept) {
        let (Some(store), at) = (&self.store, self.clock.now()) else { return };
        let done = match kept {
            Kept::Failed { reason } => {
                store.keep_sighting(key, Sighting::Failed { message: reason, at }).await
            }
            Kept::Listed { hello, lists, anew } => {
                // What was kept may have gone meanwhile, or be what another session saw.
                let same = if anew { Ok(false) } else { store.confirm_sighting(key, at).await };
                match same {
                    Ok(true) => Ok(()),
                    Ok(false) => {
                        store.keep_sighting(key, Sighting::Listed(catalogue(hello, &lists, at))).await
                    }
                    Err(error) => Err(error),
                }
            }
        };
        if let Err(error) = done {
            tracing::warn!("can't keep what is known of a server: {error}");
        }
    }
}

fn catalogue(hello: Hello, lists: &[Option<Arc<Listing>>; 4], at: Timestamp) -> Catalogue {
    Catalogue {
        protocol_version: hello.revision().as_str().to_owned(),
        capabilities: hello.raw.capabilities,
        server_info: hello.raw.server_info,
        instructions: hello.raw.instructions,
        items: ListKind::ALL.map(|kind| lists[kind.index()].as_deref().map(Listing::raw).unwrap_or_default()),
        extras: ListKind::ALL
            .into_iter()
            .filter_map(|kind| Some((kind, lists[kind.index()].as_ref()?.raw_extras(kind)?)))
            .collect(),
        seen_at: at,
    }
}
