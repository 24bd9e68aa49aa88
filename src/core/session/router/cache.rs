//! What is known of servers from earlier starts: looked up when the client has said what it can do, and kept for the next
//! session.

use super::effect::{Effect, Kept};
use super::peer::{Hello, Phase, RawHello, Seen};
use super::state::Router;
use crate::core::catalog::Listing;
use crate::core::era::{Offered, Revision};
use crate::core::model::{Catalogue, CatalogueKey, Hash, ListKind, Sighting, configuration_hash};
use crate::core::wire::unquote;

/// What the store knows of a server.
#[derive(Debug)]
pub struct Cached {
    /// What its last start gave.
    pub sighting: Sighting,
    /// Whether that is so long ago that it is to be looked at again.
    pub stale: bool,
    /// Whether that is so recent that its being the same again is no news.
    pub recent: bool,
}

impl Router {
    /// Asks the store for what is known of these children.
    pub(super) fn look_up(&mut self, children: &[usize]) {
        let Some(offer) = self.client.offer_hash else { return };
        let keys = children.iter().map(|&child| (child, self.key(child, offer))).collect();
        self.effects.push_back(Effect::LookUp { keys });
    }

    fn key(&self, child: usize, offer: Hash) -> CatalogueKey {
        let server = &self.peers[child].server;
        CatalogueKey { server: server.id, configuration: configuration_hash(&server.launch), offer }
    }

    /// Keeps what a start gave.
    pub(super) fn keep(&mut self, child: usize, kept: Kept) {
        if let Some(offer) = self.client.offer_hash {
            let key = self.key(child, offer);
            self.effects.push_back(Effect::Keep { key: Box::new(key), kept: Box::new(kept) });
        }
    }

    /// Takes what the store knows of children, but for their lists, which [`Router::cached_lists`] brings. Those of which it knows nothing are started at once, those of which it knows
    /// nothing good or nothing recent in the background.
    pub fn cached(&mut self, known: Vec<(usize, Option<Cached>)>) {
        let mut start = Vec::new();
        for (child, cached) in known {
            let peer = &mut self.peers[child];
            if !peer.is_active() || peer.seen != Seen::LookingUp {
                continue;
            }
            peer.recent = cached.as_ref().is_some_and(|cached| cached.recent);
            let wanted = peer.server.eager || cached.as_ref().is_none_or(|cached| cached.stale);
            let failed = match cached.map(|cached| cached.sighting) {
                None => {
                    peer.seen = Seen::Never;
                    false
                }
                Some(Sighting::Failed { .. }) => {
                    peer.seen = Seen::Failed;
                    true
                }
                Some(Sighting::Listed(catalogue)) => !self.adopt(child, &catalogue),
            };
            if (wanted || failed) && self.peers[child].phase == Phase::Idle {
                start.push(child);
            }
        }
        self.settle();
        for child in start {
            if self.peers[child].phase == Phase::Idle {
                self.start(child);
            }
        }
    }

    /// Takes over what a server listed earlier, unless it has said something itself by now. `false`: it can't be read.
    fn adopt(&mut self, child: usize, catalogue: &Catalogue) -> bool {
        let peer = &mut self.peers[child];
        let Some(hello) = Hello::from_catalogue(catalogue) else {
            peer.seen = Seen::Never;
            return false;
        };
        peer.seen = Seen::Loading;
        if peer.starts == 0 || peer.hello.is_none() {
            peer.hello = Some(hello);
        }
        true
    }

    /// Takes the lists of children that are kept; without one the child is started, as if nothing were known of it.
    pub fn cached_lists(&mut self, known: Vec<(usize, Option<&Catalogue>)>) {
        for (child, catalogue) in known {
            if self.peers[child].seen != Seen::Loading {
                continue;
            }
            let Some(catalogue) = catalogue else {
                self.peers[child].seen = Seen::Never;
                if self.peers[child].is_active() && self.peers[child].phase == Phase::Idle {
                    self.start(child);
                }
                continue;
            };
            self.peers[child].seen = Seen::Listed;
            for kind in ListKind::ALL {
                // What it has said itself by now is newer.
                let peer = &self.peers[child];
                if peer.offers(kind) && peer.list(kind).known.is_none() {
                    let items = catalogue.items(kind).iter();
                    let extras = catalogue.extras(kind);
                    self.swap_in(child, kind, Listing::from_items(kind, items, extras));
                }
            }
        }
        self.settle();
    }

    /// Keeps what a child listed once it has listed everything.
    pub(super) fn keep_if_complete(&mut self, child: usize) {
        let peer = &mut self.peers[child];
        if !peer.is_active() || !peer.is_read() {
            return;
        }
        let Some(hello) = peer.hello.clone() else { return };
        let anew = std::mem::take(&mut peer.unsaved) || peer.seen != Seen::Listed;
        peer.seen = Seen::Listed;
        if !std::mem::replace(&mut peer.recent, true) || anew {
            let lists = ListKind::ALL.map(|kind| peer.list(kind).known.clone());
            self.keep(child, Kept::Listed { hello, lists, anew });
        }
    }

    /// Children that held `initialize` for as long as they may count as seen from the next session on. Lists still wait.
    pub(super) fn stop_holding_initialize(&mut self) {
        for child in self.order.clone() {
            let peer = &mut self.peers[child];
            if peer.seen == Seen::Never && !peer.is_settled() {
                peer.seen = Seen::Slow;
                self.keep(child, Kept::Failed { reason: "was slow to answer initialize".to_owned() });
            }
        }
    }

    /// The same for children that held a list: nothing waits for them any more.
    pub(super) fn stop_holding_list(&mut self, kind: ListKind) {
        let now = self.now;
        for child in self.order.clone() {
            let peer = &mut self.peers[child];
            if matches!(peer.seen, Seen::Never | Seen::Slow) && !peer.has_settled(kind, now) {
                peer.seen = Seen::Failed;
                self.keep(child, Kept::Failed { reason: "was slow to list what it has".to_owned() });
            }
        }
    }
}

impl Hello {
    fn from_catalogue(catalogue: &Catalogue) -> Option<Self> {
        let instructions =
            catalogue.instructions.as_deref().and_then(unquote).unwrap_or_default().into_owned();
        Some(Self {
            revision: Revision::parse(&catalogue.protocol_version)?,
            offered: Offered::parse(&catalogue.capabilities),
            instructions,
            raw: RawHello {
                capabilities: catalogue.capabilities.clone(),
                server_info: catalogue.server_info.clone(),
                instructions: catalogue.instructions.clone(),
            },
        })
    }
}
