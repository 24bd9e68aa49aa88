//! From the lines of a journal to rows.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::fold::{Call, Fold, Sent};
use super::line::Line;
use crate::core::model::{CallOutcome, ServerId, TeamId, UsageItem, UsageRow, UsageSession};

/// What the lines so far say.
#[derive(Debug, Clone, Default)]
pub struct Replay {
    session: Option<UsageSession>,
    servers: HashMap<usize, (ServerId, TeamId)>,
    items: HashMap<u32, Arc<str>>,
    /// Calls without an end, by number.
    open: HashMap<u64, Sent, RandomState>,
    /// The last call that was read: when it was, and its number.
    at: i64,
    number: u64,
    /// How many ends were read.
    ends: u64,
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
            Some(Line::Time(at)) => self.at = at,
            Some(Line::Number(number)) => self.number = number.saturating_sub(1),
            Some(Line::Ends(ends)) => self.ends = ends,
            Some(Line::Sent(line)) => {
                self.number = self.number.saturating_add(1);
                self.open.insert(self.number, Sent { at: self.at, line });
            }
            Some(Line::Ended(ended)) => {
                // What was lost has an end all the same.
                let number = self.number.checked_sub(ended.back);
                let sent = number.and_then(|number| self.open.remove(&number));
                if let (true, Some(sent)) = (self.is_new(through), sent) {
                    fold.add(Call { sent, outcome: ended.outcome, took: ended.took, bytes: ended.bytes });
                }
            }
            Some(Line::Lost { at, calls }) => {
                if self.is_new(through) {
                    fold.add_lost(at, calls);
                }
            }
        }
    }

    /// The calls that never came to an end.
    pub fn unfinished(&mut self) -> Fold {
        let mut fold = Fold::default();
        for (_, sent) in self.open() {
            fold.add(Call { sent, outcome: CallOutcome::Unknown, took: 0, bytes: 0 });
        }
        self.open.clear();
        fold
    }

    /// Those that have not yet, in their order.
    fn open(&self) -> Vec<(u64, Sent)> {
        let mut open: Vec<_> = self.open.iter().map(|(number, sent)| (*number, *sent)).collect();
        open.sort_unstable_by_key(|(number, _)| *number);
        open
    }

    /// Whose journal it is, once that was read.
    pub fn session(&self) -> Option<&UsageSession> {
        self.session.as_ref()
    }

    /// How many ends were read.
    pub fn ends(&self) -> u64 {
        self.ends
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
        for (number, sent) in self.open() {
            Line::Time(sent.at).append(&mut lines);
            Line::Number(number).append(&mut lines);
            sent.line.append(&mut lines);
        }
        Line::Time(self.at).append(&mut lines);
        Line::Number(self.number.saturating_add(1)).append(&mut lines);
        Line::Ends(self.ends).append(&mut lines);
        lines
    }

    fn is_new(&mut self, through: u64) -> bool {
        self.ends = self.ends.saturating_add(1);
        self.ends > through
    }

    /// A row of calls that began at `at` and were as this one in what is kept of them.
    pub(super) fn row(&self, at: i64, like: &Call) -> UsageRow {
        let item = match like.sent.line.item {
            None => UsageItem::None,
            Some(place) => {
                self.items.get(&place).map_or(UsageItem::Other, |name| UsageItem::Named(Arc::clone(name)))
            }
        };
        UsageRow {
            at,
            method: Some(like.sent.line.method),
            server: self.servers.get(&like.sent.line.server).copied(),
            item,
            outcome: like.outcome,
            calls: 1,
            took: like.took,
            bytes_in: like.sent.line.bytes,
            bytes_out: like.bytes,
        }
    }
}
