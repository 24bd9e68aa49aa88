//! `list_changed` towards the client: once for many changes at once (MCP `server/tools`, `prompts`, `resources`).

use std::time::{Duration, Instant};

use super::effect::Origin;
use super::state::Router;
use crate::core::model::ListKind;
use crate::core::wire::notification_frame;

/// How long further changes may join an announcement.
const GATHER: Duration = Duration::from_millis(20);
/// The shortest wait: what is being done now may still change more.
const SOON: Duration = Duration::from_millis(1);
/// How long an announcement, or a client's list, waits at most for lists that are being read anew.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// What is to be announced.
#[derive(Debug, Default)]
pub(super) struct Announcements {
    /// By notification: when the first change came.
    since: [Option<Instant>; 3],
}

/// One kind for each of the three notifications.
const KINDS: [ListKind; 3] = [ListKind::Tools, ListKind::Prompts, ListKind::Resources];

fn place(kind: ListKind) -> usize {
    match kind {
        ListKind::Tools => 0,
        ListKind::Prompts => 1,
        ListKind::Resources | ListKind::Templates => 2,
    }
}

impl Router {
    /// Tells the client, soon, that this list has changed.
    pub(super) fn announce(&mut self, kind: ListKind) {
        let now = self.now;
        let since = *self.announcements.since[place(kind)].get_or_insert(now);
        self.arm((since + GATHER).max(now + SOON));
    }

    /// Sends the announcements that are due.
    pub(super) fn send_announcements(&mut self) {
        for (place, kind) in KINDS.into_iter().enumerate() {
            let Some(since) = self.announcements.since[place] else { continue };
            let reading =
                self.is_reading(kind) || kind == ListKind::Resources && self.is_reading(ListKind::Templates);
            let at = if reading { since + PATIENCE } else { since + GATHER };
            if at <= self.now && self.client.listens {
                self.announcements.since[place] = None;
                self.tell_client(Origin::Control, notification_frame(kind.changed(), None));
            } else if at > self.now {
                self.arm(at);
            }
        }
    }

    fn is_reading(&self, kind: ListKind) -> bool {
        self.active().any(|peer| peer.list(kind).fetch.is_some())
    }
}
