//! One server as the router sees it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::failure::Failures;
use super::pulse::Pulse;
use super::subscribed::Subscribed;
use super::subscription::Told;
use crate::core::catalog::{Listing, NamingRules, PageChain, may_use};
use crate::core::era::{Offered, Revision};
use crate::core::model::{Allowance, Bounds, ListKind, Served, Server};
use crate::core::observe::Mask;
use crate::core::wire::IdKey;

/// How long a server whose secrets could not be had is not tried again, whoever calls it: asking for them may cost a person
/// or a program something each time.
const BARRED: Duration = Duration::from_secs(1);

/// A server of the session, running or not.
#[derive(Debug)]
pub(super) struct Peer {
    pub server: Arc<Server>,
    /// What of it this session may use.
    pub allowance: Allowance,
    /// How many of its calls there may be.
    pub bounds: Bounds,
    pub standing: Standing,
    /// Where the server runs anew.
    pub successor: Option<usize>,
    pub phase: Phase,
    /// Since when it is in this phase.
    pub since: Instant,
    /// How often it was started.
    pub starts: u64,
    /// How often the same server was started in the places that it had before.
    pub started_before: u64,
    pub seen: Seen,
    /// What it was given and may not be quoted with.
    pub mask: Mask,
    pub hello: Option<Hello>,
    pub lists: [PeerList; 4],
    /// What is known of it differs from what is kept.
    pub unsaved: bool,
    /// That it is still so need not be kept.
    pub recent: bool,
    /// What goes out as soon as it is ready, oldest first.
    pub waiting: Vec<Waiting>,
    /// What looking at its updates may still cost.
    pub told: Told,
    /// It runs, and what waits goes on waiting, until then at most: it may be about to ask for the client's roots.
    pub settling: Option<Instant>,
    pub waiting_bytes: usize,
    /// What this client subscribed to.
    pub subscriptions: Subscribed,
    /// What its requests without an answer of the client take, bytes.
    pub asking: usize,
    /// It has made a task, which would end with it.
    pub has_tasks: bool,
    pub failures: Failures,
    pub pulse: Pulse,
}

/// Whether a peer is part of what the client sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is.
    Active,
    /// The server was removed, or runs anew in another place: only requests under way are still answered here.
    Leaving,
    /// That is over too.
    Gone,
}

/// How far a child is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// Not running.
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

/// What is known of a server's earlier starts under the same conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// The store is being asked.
    LookingUp,
    /// It was never started: it may hold what it could change.
    Never,
    /// The same, but it has held `initialize` for as long as it may.
    Slow,
    /// What it said is known, and its lists are being read.
    Loading,
    /// What it listed is known.
    Listed,
    /// It failed, or was too slow.
    Failed,
}

/// What a child said when it was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Hello {
    /// What it speaks.
    pub(super) revision: Revision,
    /// What it can do.
    pub(super) offered: Offered,
    /// How it is to be used.
    pub(super) instructions: String,
    /// The raw members of its answer.
    pub raw: RawHello,
}

/// The members of an `initialize` result that are kept, raw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawHello {
    /// The `capabilities` object.
    pub capabilities: Box<[u8]>,
    /// The `serverInfo` object.
    pub server_info: Box<[u8]>,
    /// The `instructions` string, with its quotes.
    pub instructions: Option<Box<[u8]>>,
}

impl Hello {
    /// The protocol revision that the child chose.
    pub fn revision(&self) -> Revision {
        self.revision
    }
}

/// One list of a child.
#[derive(Debug, Default)]
pub(super) struct PeerList {
    /// The last complete one.
    pub known: Option<Arc<Listing>>,
    pub fetch: Option<Fetch>,
    /// How often in a row it could not be read.
    pub failures: u32,
    /// When it was read last, and how often in a row it was said to have changed right after that.
    pub read_at: Option<Instant>,
    pub nagged: u32,
    /// It keeps changing, or could not be read: when it is read again.
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
    /// Until then the client's lists wait for it: what is known is known to be outdated.
    pub holds_until: Option<Instant>,
}

/// A message that waits for a child.
#[derive(Debug)]
pub(super) struct Waiting {
    /// Absent for a notification.
    pub id: Option<IdKey>,
    pub frame: Vec<u8>,
}

impl Peer {
    pub(super) fn new(served: Served, now: Instant) -> Self {
        Self {
            server: served.server,
            allowance: served.allowance,
            bounds: served.bounds,
            standing: Standing::Active,
            successor: None,
            phase: Phase::Idle,
            since: now,
            starts: 0,
            started_before: 0,
            seen: Seen::LookingUp,
            mask: Mask::default(),
            hello: None,
            lists: Default::default(),
            unsaved: false,
            recent: false,
            waiting: Vec::new(),
            told: Told::new(now),
            settling: None,
            waiting_bytes: 0,
            subscriptions: Subscribed::default(),
            asking: 0,
            has_tasks: false,
            failures: Failures::default(),
            pulse: Pulse::new(now),
        }
    }

    pub(super) fn list(&self, kind: ListKind) -> &PeerList {
        &self.lists[kind.index()]
    }

    pub(super) fn list_mut(&mut self, kind: ListKind) -> &mut PeerList {
        &mut self.lists[kind.index()]
    }

    /// What is known of a list, without what this session may not use.
    pub(super) fn usable(&self, kind: ListKind, naming: &NamingRules) -> Option<Arc<Listing>> {
        let known = self.list(kind).known.as_ref()?;
        Some(if self.allowance.is_whole(kind) {
            Arc::clone(known)
        } else {
            Arc::new(known.filtered(|item| self.permits(kind, item, naming)))
        })
    }

    /// Whether the client may use any of what `kind.changed()` is about.
    pub(super) fn uses(&self, kind: ListKind) -> bool {
        let both = [ListKind::Resources, ListKind::Templates];
        let kinds = if both.contains(&kind) { &both[..] } else { std::slice::from_ref(&kind) };
        kinds.iter().any(|&kind| self.allowance.offers(kind))
    }

    /// Whether this session may use an item, by the server's name for it.
    fn permits(&self, kind: ListKind, item: &str, naming: &NamingRules) -> bool {
        let server = &self.server;
        match kind {
            ListKind::Tools | ListKind::Prompts if self.allowance.is_filtered(kind) => {
                let advertised = naming.advertise(&server.alias, server.prefix, item);
                may_use(&self.allowance, kind, item, &advertised)
            }
            _ => may_use(&self.allowance, kind, item, item),
        }
    }

    pub(super) fn is_active(&self) -> bool {
        self.standing == Standing::Active
    }

    pub(super) fn is_ready(&self) -> bool {
        self.phase == Phase::Ready
    }

    pub(super) fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Ready | Phase::Starting { .. })
    }

    pub(super) fn is_down(&self) -> bool {
        matches!(self.phase, Phase::Down { .. })
    }

    /// Why it is not even tried now: a moment ago it could not have its secrets.
    pub(super) fn barred(&self, now: Instant) -> Option<&str> {
        match &self.phase {
            Phase::Down { reason } if self.failures.locked && now < self.since + BARRED => Some(reason),
            _ => None,
        }
    }

    /// Whether the client may know of its tasks: they are calls of tools.
    pub(super) fn shows_tasks(&self) -> bool {
        self.allowance.offers(ListKind::Tools)
    }

    pub(super) fn lists_tasks(&self) -> bool {
        self.shows_tasks() && self.hello.as_ref().is_some_and(|hello| hello.offered.lists_tasks())
    }

    /// Whether `initialize` need not wait for it: it was seen before, or nothing more is to be expected of its first start.
    pub(super) fn is_settled(&self) -> bool {
        self.seen == Seen::Slow
            || self.has_been_seen()
            || matches!(self.phase, Phase::Ready | Phase::Down { .. })
    }

    fn has_been_seen(&self) -> bool {
        matches!(self.seen, Seen::Loading | Seen::Listed | Seen::Failed)
    }

    /// Whether the client's list of this kind need not wait for it.
    pub(super) fn has_settled(&self, kind: ListKind, now: Instant) -> bool {
        let list = self.list(kind);
        let outdated = list.fetch.as_ref().is_some_and(|fetch| fetch.holds_until.is_some_and(|at| now < at));
        let waits = outdated && self.is_ready();
        match &self.phase {
            _ if self.seen == Seen::Loading => false,
            _ if self.has_been_seen() => !waits || list.known.is_none(),
            Phase::Idle | Phase::Starting { .. } => false,
            Phase::Down { .. } => true,
            Phase::Ready if list.known.is_none() => !self.offers(kind) || list.failures > 0,
            Phase::Ready => !waits,
        }
    }

    /// Whether its list of this kind was read, or tried to be, since its last start: what it doesn't hold isn't there.
    pub(super) fn is_verified(&self, kind: ListKind, now: Instant) -> bool {
        match &self.phase {
            Phase::Idle => self.starts > 0,
            Phase::Starting { .. } => false,
            Phase::Down { .. } => true,
            Phase::Ready => {
                let list = self.list(kind);
                let tried = list.known.is_some() || list.failures > 0;
                let waits = list.fetch.as_ref().is_some_and(|fetch| {
                    list.known.is_none() || fetch.holds_until.is_none_or(|until| now < until)
                });
                !self.offers(kind) || tried && !waits
            }
        }
    }

    /// Whether it runs, and all that it lists was read.
    pub(super) fn is_read(&self) -> bool {
        let read = |kind| {
            let list = self.list(kind);
            !self.offers(kind) || list.known.is_some() && list.fetch.is_none() && list.failures == 0
        };
        self.is_ready() && ListKind::ALL.into_iter().all(read)
    }

    pub(super) fn offers(&self, kind: ListKind) -> bool {
        self.hello.as_ref().is_some_and(|hello| hello.offered.lists(kind))
    }
}
