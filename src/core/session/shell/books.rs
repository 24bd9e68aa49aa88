//! Writes down what the ledger says, before servers and the client are told anything.

use super::super::router::{Entry, Router};
use crate::core::clock::Clock;
use crate::core::usage::{Meter, Pen};

/// Writes down what happened to calls since the last time.
pub(super) fn keep(router: &mut Router, entries: &mut Vec<Entry>, meter: Option<&Meter>, clock: Clock) {
    entries.extend(router.take_ledger());
    if entries.is_empty() {
        return;
    }
    if let Some(meter) = meter {
        let mut pen = meter.pen(clock.now().as_millisecond(), || router.client_info());
        for entry in entries.iter() {
            note(router, *entry, &mut pen);
        }
    }
    entries.clear();
}

fn note(router: &Router, entry: Entry, pen: &mut Pen<'_>) {
    match entry {
        Entry::Sent(sent) => {
            let server = router.server(sent.child);
            let item = sent.item.map(|item| (item.index(), router.item_name(item)));
            pen.sent(sent.number, (server.id, server.belonging.team), sent.method, item, sent.bytes);
        }
        Entry::Ended(ended) => pen.ended(ended.number, ended.outcome, ended.took, ended.bytes),
        Entry::Freed(_) => {}
    }
}
