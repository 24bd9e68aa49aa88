//! Writes down what the ledger says, before servers and the client are told anything.

use super::super::router::{Entry, Router};
use crate::core::clock::Clock;
use crate::core::usage::Meter;

/// Writes down what happened to calls since the last time.
pub(super) fn keep(router: &mut Router, entries: &mut Vec<Entry>, meter: Option<&Meter>, clock: Clock) {
    entries.extend(router.take_ledger());
    if entries.is_empty() {
        return;
    }
    if let Some(meter) = meter {
        let mut pen = meter.pen(|| router.client_info());
        let mut now = None;
        for entry in entries.iter() {
            match *entry {
                Entry::Sent(sent) => {
                    let at = *now.get_or_insert_with(|| clock.now().as_millisecond());
                    let server = router.server(sent.child);
                    let item = sent.item.map(|item| (item.index(), router.item_name(item)));
                    let server = (server.id, server.belonging.team);
                    pen.sent((sent.number, at), server, sent.method, item, sent.bytes);
                }
                Entry::Ended(ended) => pen.ended(ended.number, ended.outcome, ended.took, ended.bytes),
                Entry::Freed(_) => {}
            }
        }
    }
    entries.clear();
}
