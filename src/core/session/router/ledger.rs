//! What becomes of the client's requests that servers are given, for whoever counts them.
//!
//! Nothing of arguments is in it, and no name that no server listed.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use foldhash::fast::RandomState;

use super::call::{OpenCall, Place};
use super::state::Router;
use crate::core::era::Call;
use crate::core::model::{CallMethod, CallOutcome, UsageItem};

/// How many different items are told apart, and how long all their names together may be, bytes. Further ones are counted as one.
const MOST_ITEMS: usize = 4_096;
const MOST_BYTES: usize = 512 * 1024;

/// What happened to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A server was given it, or should have been.
    Sent(Sent),
    /// There is nothing more to come of it.
    Ended(Ended),
    /// A server is done with the call of this number, which has [`Ended`] while it was not.
    Freed(u64),
}

/// A call on its way to a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Its number in this session, from 1 on.
    pub number: u64,
    /// The server's place.
    pub child: usize,
    /// What is asked.
    pub method: CallMethod,
    /// Of which item, if that is listed.
    pub item: Option<ItemId>,
    /// How long the request is.
    pub bytes: usize,
}

/// The end of a call that was [`Sent`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Its number.
    pub number: u64,
    /// What came of it.
    pub outcome: CallOutcome,
    /// How long that took.
    pub took: Duration,
    /// How long the answer is.
    pub bytes: usize,
    /// Whether the server has nothing to do with it any more; if not, it is [`Entry::Freed`] later.
    pub free: bool,
}

/// An item that a session has used: an index into their names, see [`Router::item_name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ItemId(u32);

impl ItemId {
    /// One of those that are not told apart any more.
    pub const OTHER: Self = Self(u32::MAX);

    /// Its place among the items of its session.
    pub fn index(self) -> u32 {
        self.0
    }
}

/// What the ledger keeps with a request that has no answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// 0 until it is sent.
    number: u64,
    item: Option<ItemId>,
    bytes: usize,
}

impl Mark {
    pub(super) fn new(item: Option<ItemId>, bytes: usize) -> Self {
        Self { number: 0, item, bytes }
    }

    /// The item, as its server lists it.
    pub(super) fn item(&self) -> Option<ItemId> {
        self.item
    }
}

/// What happened since somebody looked.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    entries: Vec<Entry>,
    last: u64,
    ids: HashMap<Arc<str>, ItemId, RandomState>,
    names: Vec<Arc<str>>,
    bytes: usize,
}

impl Ledger {
    /// The item that a server lists under this name.
    pub(super) fn item(&mut self, name: &str) -> ItemId {
        let name = UsageItem::cut(name);
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let Some(id) = u32::try_from(self.names.len())
            .ok()
            .filter(|_| self.names.len() < MOST_ITEMS && self.bytes + name.len() <= MOST_BYTES)
        else {
            return ItemId::OTHER;
        };
        let name: Arc<str> = name.into();
        self.bytes += name.len();
        self.names.push(Arc::clone(&name));
        self.ids.insert(name, ItemId(id));
        ItemId(id)
    }

    /// A server is given this request.
    pub(super) fn sent(&mut self, child: usize, call: &mut OpenCall) {
        let Some(mark) = &mut call.mark else { return };
        mark.number = self.enter(child, call.call, *mark);
    }

    /// A request comes to this end; what comes after it makes no difference.
    pub(super) fn ended(&mut self, call: &mut OpenCall, outcome: CallOutcome, bytes: usize, now: Instant) {
        let Some(mark) = call.mark.take() else { return };
        let number = match (mark.number, call.place) {
            // Nobody was asked for anything.
            (0, _) if outcome == CallOutcome::Cancelled => return,
            (0, Place::Waiting(child)) => self.enter(child, call.call, mark),
            (0, _) => return,
            (number, _) => number,
        };
        let took = now.saturating_duration_since(call.since);
        self.entries.push(Entry::Ended(Ended { number, outcome, took, bytes, free: true }));
    }

    /// The same of one that its server may go on with. Its number, if it had not ended before.
    pub(super) fn given_up(
        &mut self,
        call: &mut OpenCall,
        outcome: CallOutcome,
        now: Instant,
    ) -> Option<u64> {
        let number = call.mark.take().map(|mark| mark.number).filter(|number| *number > 0)?;
        let took = now.saturating_duration_since(call.since);
        self.entries.push(Entry::Ended(Ended { number, outcome, took, bytes: 0, free: false }));
        Some(number)
    }

    /// A server is done with a call that was given up.
    pub(super) fn freed(&mut self, number: u64) {
        self.entries.push(Entry::Freed(number));
    }

    /// A server can't be given a request.
    pub(super) fn failed(&mut self, child: usize, call: Call, mark: Mark) {
        let number = self.enter(child, call, mark);
        let (outcome, took) = (CallOutcome::Failed, Duration::ZERO);
        self.entries.push(Entry::Ended(Ended { number, outcome, took, bytes: 0, free: true }));
    }

    fn enter(&mut self, child: usize, call: Call, mark: Mark) -> u64 {
        self.last += 1;
        let (number, method) = (self.last, CallMethod::from(call));
        self.entries.push(Entry::Sent(Sent { number, child, method, item: mark.item, bytes: mark.bytes }));
        number
    }
}

impl Router {
    /// What happened to calls since the last time, in order.
    pub fn take_ledger(&mut self) -> impl Iterator<Item = Entry> {
        self.ledger.entries.drain(..)
    }

    /// The name that its server lists an item under; nothing for [`ItemId::OTHER`].
    pub fn item_name(&self, item: ItemId) -> Option<&str> {
        self.ledger.names.get(item.0 as usize).map(AsRef::as_ref)
    }
}

impl OpenCall {
    /// Its number; 0: no server was given it, or it has ended.
    pub(super) fn number(&self) -> u64 {
        self.mark.map_or(0, |mark| mark.number)
    }
}
