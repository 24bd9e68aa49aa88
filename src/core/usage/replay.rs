//! From the lines of a journal to rows.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::line::{EndedLine, Line, SentLine};
use crate::core::model::{CallOutcome, ServerId, TeamId, UsageItem, UsageRow, UsageSession};

/// What the lines so far say.
#[derive(Debug, Clone, Default)]
pub struct Replay {
    session: Option<UsageSession>,
    servers: HashMap<usize, (ServerId, TeamId)>,
    items: HashMap<u32, Arc<str>>,
    /// Calls without an end, by number.
    open: BTreeMap<u64, SentLine>,
    /// The last end that was read.
    last: u64,
    /// Lines that say nothing.
    unreadable: u64,
}

impl Replay {
    /// Reads the next line. Ends up to `through` are known already, and give no row.
    pub fn read(&mut self, line: &[u8], through: u64) -> Option<UsageRow> {
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
                let EndedLine { ordinal, number, outcome, took, bytes } = ended;
                // What was lost has an end all the same.
                let sent = self.open.remove(&number);
                let is_new = self.is_new(ordinal, through);
                let row = self.row(&sent?, outcome);
                return is_new.then_some(UsageRow { took, bytes_out: bytes, ..row });
            }
            Some(Line::Lost { ordinal, at, calls }) => {
                return self.is_new(ordinal, through).then_some(lost(at, calls));
            }
        }
        None
    }

    /// The calls that never came to an end.
    pub fn unfinished(&mut self) -> Vec<UsageRow> {
        let open = std::mem::take(&mut self.open);
        open.values().map(|sent| self.row(sent, CallOutcome::Unknown)).collect()
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
        for sent in self.open.values() {
            sent.append(&mut lines);
        }
        lines
    }

    fn is_new(&mut self, ordinal: u64, through: u64) -> bool {
        self.last = self.last.max(ordinal);
        ordinal > through
    }

    fn row(&self, sent: &SentLine, outcome: CallOutcome) -> UsageRow {
        let item = match sent.item {
            None => UsageItem::None,
            Some(place) => {
                self.items.get(&place).map_or(UsageItem::Other, |name| UsageItem::Named(Arc::clone(name)))
            }
        };
        UsageRow {
            at: sent.at,
            method: Some(sent.method),
            server: self.servers.get(&sent.server).copied(),
            item,
            outcome,
            calls: 1,
            took: 0,
            bytes_in: sent.bytes,
            bytes_out: 0,
        }
    }
}

/// Calls of which nothing is known but how many they were.
fn lost(at: i64, calls: u64) -> UsageRow {
    UsageRow {
        at,
        method: None,
        server: None,
        item: UsageItem::Other,
        outcome: CallOutcome::Unknown,
        calls,
        took: 0,
        bytes_in: 0,
        bytes_out: 0,
    }
}
