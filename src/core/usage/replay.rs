//! From the lines of a journal to rows.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::fold::{Call, Fold};
use super::line::{Line, SentLine};
use crate::core::model::{CallOutcome, ServerId, TeamId, UsageItem, UsageRow, UsageSession};

/// What the lines so far say.
#[derive(Debug, Clone, Default)]
pub struct Replay {
    session: Option<UsageSession>,
    servers: HashMap<usize, (ServerId, TeamId)>,
    items: HashMap<u32, Arc<str>>,
    /// Calls without an end, by number.
    open: HashMap<u64, SentLine, RandomState>,
    /// The last end that was read.
    last: u64,
    /// Lines that say nothing.
    unreadable: u64,
}

impl Replay {
    /// Reads the next line. Calls that have come to an end go into `fold`, but for those up to `through`, which are known.
    pub fn read(&mut self, line: &[u8], through: u64, fold: &mut Fold) {
        match Line::parse(line) {
            None => self.unreadable += 1,
            Some(Line::Of { session: id, user, token }) => {
                self.session = Some(UsageSession { id, user, token, client: None });
            }
            Some(Line::Client(client)) => {
                if let Some(session) = &mut self.session {
                    session.client = Some(client);
                }
            }
            Some(Line::Server { place, server, team }) => drop(self.servers.insert(place, (server, team))),
            Some(Line::Item { place, name }) => drop(self.items.insert(place, name.into())),
            Some(Line::Sent(sent)) => drop(self.open.insert(sent.number, sent)),
            Some(Line::Ended(ended)) => {
                // What was lost has an end all the same.
                let sent = self.open.remove(&ended.number);
                if let (true, Some(sent)) = (self.is_new(ended.ordinal, through), sent) {
                    fold.add(Call { sent, outcome: ended.outcome, took: ended.took, bytes: ended.bytes });
                }
            }
            Some(Line::Lost { ordinal, at, calls }) => {
                if self.is_new(ordinal, through) {
                    fold.add_lost(at, calls);
                }
            }
        }
    }

    /// The calls that never came to an end.
    pub fn unfinished(&mut self) -> Fold {
        let mut fold = Fold::default();
        for sent in self.open() {
            fold.add(Call { sent, outcome: CallOutcome::Unknown, took: 0, bytes: 0 });
        }
        self.open.clear();
        fold
    }

    /// Those that have not yet, in their order.
    fn open(&self) -> Vec<SentLine> {
        let mut open: Vec<_> = self.open.values().copied().collect();
        open.sort_unstable_by_key(|sent| sent.number);
        open
    }

    /// Whose journal it is, once that was read.
    pub fn session(&self) -> Option<&UsageSession> {
        self.session.as_ref()
    }

    /// The last end that was read.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// How many lines said nothing.
    pub fn unreadable(&self) -> u64 {
        self.unreadable
    }

    /// The lines that say what is to be known for what comes behind them, without what has ended.
    pub fn snapshot(&self) -> Vec<u8> {
        let mut lines = Vec::new();
        if let Some(session) = &self.session {
            Line::Of { session: session.id, user: session.user, token: session.token }.append(&mut lines);
            if let Some(client) = &session.client {
                Line::Client(client.clone()).append(&mut lines);
            }
        }
        for (&place, &(server, team)) in &self.servers {
            Line::Server { place, server, team }.append(&mut lines);
        }
        for (&place, name) in &self.items {
            Line::Item { place, name: name.to_string() }.append(&mut lines);
        }
        for sent in self.open() {
            sent.append(&mut lines);
        }
        lines
    }

    fn is_new(&mut self, ordinal: u64, through: u64) -> bool {
        self.last = self.last.max(ordinal);
        ordinal > through
    }

    /// A row of calls that began at `at` and were as this one in what is kept of them.
    pub(super) fn row(&self, at: i64, like: &Call) -> UsageRow {
        let item = match like.sent.item {
            None => UsageItem::None,
            Some(place) => {
                self.items.get(&place).map_or(UsageItem::Other, |name| UsageItem::Named(Arc::clone(name)))
            }
        };
        UsageRow {
            at,
            method: Some(like.sent.method),
            server: self.servers.get(&like.sent.server).copied(),
            item,
            outcome: like.outcome,
            calls: 1,
            took: like.took,
            bytes_in: like.sent.bytes,
            bytes_out: like.bytes,
        }
    }
}
