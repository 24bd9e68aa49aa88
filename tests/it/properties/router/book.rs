//! What a reader of the router's ledger knows: every call once, at the server that was given it, until it ends.

use std::collections::{BTreeMap, BTreeSet};

use mcpgw::core::session::{Entry, Router};

/// The calls that have not ended, by their numbers.
#[derive(Default)]
pub(super) struct Book {
    open: BTreeMap<u64, usize>,
    last: u64,
    /// Those of them that a server was given.
    given: BTreeSet<u64>,
    /// Those of them that have ended before their servers were done.
    given_up: BTreeSet<u64>,
}

impl Book {
    /// Reads on.
    pub(super) fn read(&mut self, router: &mut Router) {
        for entry in router.take_ledger() {
            match entry {
                Entry::Sent(sent) => {
                    self.last += 1;
                    assert_eq!(sent.number, self.last, "calls are numbered without gaps");
                    assert!(sent.bytes > 0);
                    self.open.insert(sent.number, sent.child);
                }
                Entry::Ended(ended) => {
                    assert!(self.open.remove(&ended.number).is_some(), "{ended:?} of no call, or again");
                    self.given.remove(&ended.number);
                    if !ended.free {
                        self.given_up.insert(ended.number);
                    }
                }
                Entry::Freed(number) => {
                    assert!(self.given_up.remove(&number), "{number} was not given up, or is free already");
                }
            }
        }
    }

    /// A server is given a request.
    pub(super) fn given(&mut self, router: &mut Router, child: usize) {
        self.read(router);
        let number = self.open.iter().find(|(number, to)| **to == child && !self.given.contains(number));
        self.given.insert(*number.expect("the ledger says another server, or nothing").0);
    }

    /// Nothing is under way any more.
    pub(super) fn close(&mut self, router: &mut Router) {
        self.read(router);
        assert!(self.open.is_empty(), "calls without an end: {:?}", self.open);
    }
}
