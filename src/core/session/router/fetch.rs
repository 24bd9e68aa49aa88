//! mcpgw's own requests to children.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::effect::{Effect, Report};
use super::peer::Fetch;
use super::state::Router;
use crate::core::catalog::{Listing, NextPage, PageChain};
use crate::core::model::ListKind;
use crate::core::wire::{Envelope, Field, request_frame};

/// How often a list is read anew at once because it changed while it was read.
const RESTARTS: u32 = 3;
/// How long a list that keeps changing is left alone.
const REST: Duration = Duration::from_secs(1);

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
            Purpose::Page(kind) => self.take_page(child, kind, frame, envelope),
            Purpose::Tasks(number) => self.take_tasks(child, number, Some((frame, envelope))),
            Purpose::Told => {}
        }
    }

    /// Starts to read a list of a child, from its first page.
    pub(super) fn fetch(&mut self, child: usize, kind: ListKind) {
        if self.peers[child].offers(kind) {
            self.fetch_after(child, kind, 0);
        }
    }

    fn fetch_after(&mut self, child: usize, kind: ListKind, restarts: u32) {
        let list = self.peers[child].list_mut(kind);
        let holds = list.known.is_none() || restarts > 0;
        list.fetch = Some(Fetch { chain: PageChain::new(kind), again: false, restarts, holds });
        list.read_again_at = None;
        self.ask(child, Purpose::Page(kind), kind.method(), None);
    }

    /// Reads a list again, from the start, because the child says that it changed. One that is still being opened is asked
    /// afterwards anyway.
    pub(super) fn fetch_again(&mut self, child: usize, kind: ListKind) {
        if !self.peers[child].is_ready() {
            return;
        }
        let running = self.peers[child].list(kind).fetch.is_some();
        if !running {
            self.fetch(child, kind);
        }
        if let Some(fetch) = &mut self.peers[child].list_mut(kind).fetch {
            fetch.again |= running;
            fetch.holds = true;
        }
    }

    fn take_page(&mut self, child: usize, kind: ListKind, frame: &[u8], envelope: &Envelope) {
        let Some(fetch) = &mut self.peers[child].list_mut(kind).fetch else { return };
        let Some(result) = envelope.get(Field::Result) else { return self.end_fetch(child, kind, None) };
        match fetch.chain.add(frame.to_vec(), result) {
            NextPage::At(cursor) => {
                let params = [b"{\"cursor\":", cursor.as_slice(), b"}"].concat();
                return self.ask(child, Purpose::Page(kind), kind.method(), Some(&params));
            }
            NextPage::Complete => {}
            NextPage::CutShort => {
                self.effects.push(Effect::Report(Report::ListCut { child, method: kind.method() }));
            }
        }
        let Some(fetch) = self.peers[child].list_mut(kind).fetch.take() else { return };
        if fetch.again && fetch.restarts < RESTARTS {
            return self.fetch_after(child, kind, fetch.restarts + 1);
        }
        if fetch.again {
            // It changes faster than it can be read: what is there is served, and read again in a while.
            let at = self.now + REST;
            self.peers[child].list_mut(kind).read_again_at = Some(at);
            self.arm(at);
        }
        self.end_fetch(child, kind, Some(fetch.chain.finish()));
    }

    /// Swaps in what was read. A list that could not be read stays as it was; one that never could be is empty.
    pub(super) fn end_fetch(&mut self, child: usize, kind: ListKind, listing: Option<Listing>) {
        let list = self.peers[child].list_mut(kind);
        list.fetch = None;
        let never = list.known.is_none();
        if let Some(listing) = listing.or_else(|| never.then(Listing::default)) {
            self.peers[child].unsaved |= self.swap_in(child, kind, listing);
        }
        self.keep_if_complete(child);
        self.settle();
    }

    /// Takes a complete list, and tells the client if it differs from what it was shown. `false`: it is as before.
    pub(super) fn swap_in(&mut self, child: usize, kind: ListKind, listing: Listing) -> bool {
        let peer = &mut self.peers[child];
        let (was_known, shown) = match &peer.list(kind).known {
            Some(known) if known.same_as(&listing) => return false,
            known => (known.is_some(), peer.is_active() && !peer.failures.hidden),
        };
        let changes = shown && (was_known || !listing.is_empty());
        peer.list_mut(kind).known = Some(Arc::new(listing));
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
