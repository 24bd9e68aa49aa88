//! One server as the router sees it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Instant;

use crate::core::catalog::{Listing, PageChain};
use crate::core::era::{Offered, Revision};
use crate::core::model::{ListKind, Server};
use crate::core::wire::IdKey;

/// A server of the session, running or not.
#[derive(Debug)]
pub(super) struct Peer {
    pub server: Arc<Server>,
    pub phase: Phase,
    pub hello: Option<Hello>,
    pub lists: [PeerList; 4],
    /// Requests that go out as soon as it is ready, oldest first.
    pub waiting: Vec<Waiting>,
    pub waiting_bytes: usize,
    /// What this client subscribed to: the child's own form of each URI, and the forms that the client used.
    pub subscriptions: HashMap<String, HashSet<String>>,
    /// What its requests without an answer of the client take, bytes.
    pub asking: usize,
    /// Failures in a row.
    pub failures: u32,
    /// Since when it is ready.
    pub ready_since: Option<Instant>,
    /// Before this, only a request starts it again.
    pub retry_at: Option<Instant>,
}

/// How far a child is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// Not started yet.
    Idle,
    /// On its way to its `initialize` answer.
    Starting {
        /// When it counts as failed.
        until: Instant,
    },
    /// In use.
    Ready,
    /// Ended, or never came up.
    Down {
        /// Why, for a person.
        reason: String,
    },
}

/// What a child said when it was opened.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hello {
    pub revision: Revision,
    pub offered: Offered,
    pub instructions: String,
}

/// One list of a child.
#[derive(Debug, Default)]
pub(super) struct PeerList {
    /// The last complete one.
    pub known: Option<Arc<Listing>>,
    pub fetch: Option<Fetch>,
    /// It keeps changing: when it is read again.
    pub read_again_at: Option<Instant>,
}

/// A list on its way.
#[derive(Debug)]
pub(super) struct Fetch {
    pub chain: PageChain,
    /// It changed while it was read: once complete, it is read again.
    pub again: bool,
    /// How often it was read anew already.
    pub restarts: u32,
}

/// A request that waits for a child.
#[derive(Debug)]
pub(super) struct Waiting {
    pub id: IdKey,
    pub frame: Vec<u8>,
}

impl Peer {
    pub(super) fn new(server: Arc<Server>) -> Self {
        Self {
            server,
            phase: Phase::Idle,
            hello: None,
            lists: Default::default(),
            waiting: Vec::new(),
            waiting_bytes: 0,
            subscriptions: HashMap::new(),
            asking: 0,
            failures: 0,
            ready_since: None,
            retry_at: None,
        }
    }

    pub(super) fn list(&self, kind: ListKind) -> &PeerList {
        &self.lists[kind.index()]
    }

    pub(super) fn list_mut(&mut self, kind: ListKind) -> &mut PeerList {
        &mut self.lists[kind.index()]
    }

    pub(super) fn is_ready(&self) -> bool {
        self.phase == Phase::Ready
    }

    pub(super) fn lists_tasks(&self) -> bool {
        self.hello.as_ref().is_some_and(|hello| hello.offered.lists_tasks())
    }

    pub(super) fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Ready | Phase::Starting { .. })
    }

    /// Whether nothing more is to be expected of its start.
    pub(super) fn is_settled(&self) -> bool {
        matches!(self.phase, Phase::Ready | Phase::Down { .. })
    }

    /// Whether its list of this kind is as good as it gets for now.
    pub(super) fn has_settled(&self, kind: ListKind) -> bool {
        match &self.phase {
            Phase::Idle | Phase::Starting { .. } => false,
            Phase::Down { .. } => true,
            Phase::Ready => {
                let list = self.list(kind);
                !self.offers(kind) || list.known.is_some() && list.fetch.is_none()
            }
        }
    }

    pub(super) fn offers(&self, kind: ListKind) -> bool {
        self.hello.as_ref().is_some_and(|hello| hello.offered.lists(kind))
    }
}
