//! mcpgw's own requests to children.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::announce::PATIENCE;
use super::effect::{Effect, Report};
use super::peer::Fetch;
use super::start::brief;
use super::state::Router;
use crate::core::catalog::{Listing, NextPage, PageChain};
use crate::core::model::ListKind;
use crate::core::wire::{Envelope, Field, RpcError, find_member, request_frame, unquote};

/// How often a list is read anew at once because it changed while it was read.
const RESTARTS: u32 = 3;
/// How long a list that keeps changing, or could not be read, is left alone; with each failure in a row twice as long.
const REST: Duration = Duration::from_secs(1);
/// The longest such rest.
const LONGEST_REST: Duration = Duration::from_mins(1);

/// A request that mcpgw made itself.
#[derive(Debug)]
pub(super) struct Own {
    pub child: usize,
    pub purpose: Purpose,
    /// When it counts as failed. The start of a child has its own limit.
    pub until: Option<Instant>,
}

/// What its answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Initialize,
    Page(ListKind),
    /// A page of its tasks, for this gathering.
    Tasks(u64),
    /// Nothing: the child was told something.
    Told,
}

impl Router {
    /// Sends a request of our own; `params` is raw JSON.
    pub(super) fn ask(&mut self, child: usize, purpose: Purpose, method: &str, params: Option<&[u8]>) {
        let number = self.number();
        let until =
            (purpose != Purpose::Initialize).then(|| self.now + self.peers[child].server.start_timeout);
        if let Some(until) = until {
            self.arm(until);
        }
        self.own.insert(number, Own { child, purpose, until });
        let frame = request_frame(&self.own_token(number), method, params);
        self.tell_child(child, frame);
    }

    /// The request of ours that `child` may answer under this number. Every child can guess the others' numbers.
    pub(super) fn take_own(&mut self, child: usize, number: u64) -> Option<Own> {
        self.own.get(&number).filter(|own| own.child == child)?;
        self.own.remove(&number)
    }

    /// Takes the answer to a request of our own.
    pub(super) fn own_answer(&mut self, child: usize, number: u64, frame: &[u8], envelope: &Envelope) {
        let Some(own) = self.take_own(child, number) else {
            return self.child_dropped(child, "an answer that nobody waits for");
        };
        match own.purpose {
            Purpose::Initialize => self.child_hello(child, frame, envelope),
            Purpose::Page(kind) => {
                self.take_page(child, kind, frame, envelope);
                self.has_turned_to_us(child);
            }
            Purpose::Tasks(number) => self.take_tasks(child, number, Some((frame, envelope))),
            Purpose::Told => {}
        }
    }

    /// Starts to read a list of a child, from its first page.
    pub(super) fn fetch(&mut self, child: usize, kind: ListKind) {
        if self.peers[child].offers(kind) {
            self.fetch_after(child, kind, 0, None);
        }
    }

    /// Reads a list again that a server would not say has changed, unless it was read just now. The client's lists wait for it.
    pub(super) fn fetch_unannounced(&mut self, child: usize, kind: ListKind) {
        let peer = &self.peers[child];
        let announces = peer.hello.as_ref().is_none_or(|hello| hello.offered.announces(kind));
        let list = peer.list(kind);
        let is_fresh = list.read_at.is_none_or(|at| self.now < at + REST);
        if !peer.is_ready() || announces || is_fresh || list.fetch.is_some() || list.read_again_at.is_some() {
            return;
        }
        let until = self.now + self.config.list_hold;
        self.fetch(child, kind);
        if let Some(fetch) = &mut self.peers[child].list_mut(kind).fetch {
            fetch.holds_until = Some(until);
            self.arm(until);
        }
    }

    fn fetch_after(&mut self, child: usize, kind: ListKind, restarts: u32, holds_until: Option<Instant>) {
        let list = self.peers[child].list_mut(kind);
        list.fetch = Some(Fetch { chain: PageChain::new(kind), again: false, restarts, holds_until });
        list.read_again_at = None;
        self.ask(child, Purpose::Page(kind), kind.method(), None);
    }

    /// Reads a list again, from the start, because the child says that it changed. One that is still being opened is asked
    /// afterwards anyway. `false`: it says so again and again, and is only believed when the list is other than before.
    pub(super) fn fetch_again(&mut self, child: usize, kind: ListKind) -> bool {
        if !self.peers[child].is_ready() {
            return true;
        }
        let running = self.peers[child].list(kind).fetch.is_some();
        if !running {
            if self.nags(child, kind) {
                return false;
            }
            self.fetch(child, kind);
        }
        let until = self.now + PATIENCE;
        if let Some(fetch) = &mut self.peers[child].list_mut(kind).fetch {
            fetch.again |= running;
            let until = *fetch.holds_until.get_or_insert(until);
            self.arm(until);
        }
        true
    }

    /// Whether a child says again and again right after its list was read that it has changed. Then it is read in a while.
    fn nags(&mut self, child: usize, kind: ListKind) -> bool {
        let now = self.now;
        let list = self.peers[child].list_mut(kind);
        let Some(free) = list.read_at.map(|at| at + REST).filter(|&free| now < free) else {
            list.nagged = 0;
            return false;
        };
        list.nagged += 1;
        if list.nagged <= RESTARTS {
            return false;
        }
        list.read_again_at = Some(free);
        self.arm(free);
        true
    }

    fn take_page(&mut self, child: usize, kind: ListKind, frame: &[u8], envelope: &Envelope) {
        let Some(fetch) = &mut self.peers[child].list_mut(kind).fetch else { return };
        let Some(result) = envelope.get(Field::Result) else {
            return self.list_refused(child, kind, frame, envelope);
        };
        match fetch.chain.add(frame.to_vec(), result) {
            NextPage::At(cursor) => {
                let params = [b"{\"cursor\":", cursor.as_slice(), b"}"].concat();
                return self.ask(child, Purpose::Page(kind), kind.method(), Some(&params));
            }
            NextPage::Complete => {}
            NextPage::CutShort => {
                self.effects.push_back(Effect::Report(Report::ListCut { child, method: kind.method() }));
            }
        }
        let Some(fetch) = self.peers[child].list_mut(kind).fetch.take() else { return };
        if fetch.again && fetch.restarts < RESTARTS {
            return self.fetch_after(child, kind, fetch.restarts + 1, fetch.holds_until);
        }
        if fetch.again {
            // It changes faster than it can be read: what is there is served, and read again in a while.
            let at = self.now + REST;
            self.peers[child].list_mut(kind).read_again_at = Some(at);
            self.arm(at);
        }
        let listing = fetch.chain.finish();
        if listing.left_out() > 0 {
            let (items, method) = (listing.left_out(), kind.method());
            self.effects.push_back(Effect::Report(Report::Unreadable { child, method, items }));
        }
        self.end_fetch(child, kind, listing);
    }

    /// Takes an error for a list. A server that doesn't know the method has nothing to list, whatever it declared.
    fn list_refused(&mut self, child: usize, kind: ListKind, frame: &[u8], envelope: &Envelope) {
        let error = envelope.get(Field::Error);
        let member =
            |name| error.and_then(|error| find_member(frame, error, name)).map(|span| span.of(frame));
        if member("code") == Some(RpcError::METHOD_NOT_FOUND.to_string().as_bytes()) {
            return self.end_fetch(child, kind, Listing::default());
        }
        let message = member("message").and_then(unquote).unwrap_or_default();
        self.fetch_failed(
            child,
            kind,
            &format!("refused {}: {}", kind.method(), brief(&message, &self.peers[child].mask)),
        );
    }

    /// Swaps in what was read.
    fn end_fetch(&mut self, child: usize, kind: ListKind, listing: Listing) {
        let list = self.peers[child].list_mut(kind);
        list.fetch = None;
        list.failures = 0;
        list.read_at = Some(self.now);
        self.peers[child].unsaved |= self.swap_in(child, kind, listing);
        self.keep_if_complete(child);
        self.settle();
    }

    /// A list could not be read: it stays as it was, and is read again in a while.
    pub(super) fn fetch_failed(&mut self, child: usize, kind: ListKind, reason: &str) {
        let list = self.peers[child].list_mut(kind);
        list.fetch = None;
        let rest = REST.saturating_mul(1 << list.failures.min(6)).min(LONGEST_REST);
        list.failures += 1;
        let at = self.now + rest;
        list.read_again_at = Some(at);
        self.arm(at);
        self.peers[child].failures.last = Some(reason.to_owned());
        self.effects.push_back(Effect::Report(Report::ListFailed { child, reason: reason.to_owned() }));
        self.settle();
    }

    /// Takes a complete list, and tells the client if it differs from what it was shown. `false`: it is as before.
    pub(super) fn swap_in(&mut self, child: usize, kind: ListKind, listing: Listing) -> bool {
        let peer = &mut self.peers[child];
        if peer.list(kind).known.as_ref().is_some_and(|known| known.same_as(&listing, kind)) {
            return false;
        }
        let shown = peer.is_active() && !peer.failures.hidden;
        let naming = &self.config.naming;
        let before = peer.usable(kind, naming);
        peer.list_mut(kind).known = Some(Arc::new(listing));
        // What changed may be nothing that the client may use.
        let changes = shown
            && match (before, peer.usable(kind, naming)) {
                (Some(before), Some(now)) => !before.same_as(&now, kind),
                (_, now) => now.is_some_and(|now| !now.is_empty()),
            };
        self.lists[kind.index()].dirty = true;
        if changes && self.lists[kind.index()].served {
            self.announce(kind);
        }
        true
    }

    /// Answers whatever waited for a server to come up, to fail, or to say what it has.
    pub(super) fn settle(&mut self) {
        self.answer_initialize();
        self.answer_held();
        self.route_parked();
    }
}
