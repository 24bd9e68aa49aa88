//! What becomes of a child that failed: tried again with growing patience, and after a while no longer listed.

use std::time::{Duration, Instant};

use super::effect::{Effect, Kept, Report};
use super::peer::{Phase, Seen, Standing};
use super::state::Router;
use crate::core::model::ListKind;

/// The wait before the first restart; it doubles with every failure in a row.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait before a restart, and how long a child must have run for its end not to be one in a row.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// How many failures in a row make a child count as down.
pub(super) const DOWN_AFTER: u32 = 3;

/// How a child failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// It ended, or could not be started. It is tried again by itself.
    Ended,
    /// A secret that it needs can't be had. It is tried again when somebody needs it: asking for the secret may bother a person.
    Locked,
    /// The command that gives a secret that it needs failed. It is tried again by itself.
    NoSecret,
}

/// A child's failures.
#[derive(Debug, Default)]
pub(super) struct Failures {
    /// In a row.
    pub count: u32,
    pub locked: bool,
    /// Why it ended or failed last, for a person.
    pub last: Option<String>,
    /// Before this, only a request starts it again.
    pub retry_at: Option<Instant>,
    /// When its items leave the lists.
    hide_at: Option<Instant>,
    /// They have.
    pub hidden: bool,
}

impl Router {
    /// The child ended, or could not be started; `reason` is for a person.
    pub fn child_gone(&mut self, child: usize, reason: &str, failure: Failure) {
        let was_ready = self.peers[child].is_ready();
        let steady = was_ready && self.now >= self.peers[child].since + LONGEST_WAIT;
        self.forget_run(child);
        self.enter(child, Phase::Down { reason: reason.to_owned() });
        let (now, wait) = (self.now, self.wait_after(child, steady));
        let peer = &mut self.peers[child];
        peer.failures.count = if steady { 1 } else { peer.failures.count + 1 };
        peer.failures.locked = failure != Failure::Ended;
        peer.failures.last = Some(reason.to_owned());
        peer.failures.retry_at = None;
        if peer.standing == Standing::Active {
            if failure != Failure::Locked {
                peer.failures.retry_at = Some(now + wait);
                self.arm(now + wait);
            }
            self.count_down(child);
            self.remember_failure(child, reason);
        } else {
            peer.standing = Standing::Gone;
            self.forget_what_it_said(child);
        }
        self.effects.push_back(Effect::Report(Report::Down { child, reason: reason.to_owned() }));
        self.fail_calls(child, reason);
        self.cancel_reverse(child);
        self.settle();
    }

    /// How long to wait before the next start: doubled with each failure, and spread so that many sessions don't start the
    /// same server in step.
    fn wait_after(&mut self, child: usize, steady: bool) -> Duration {
        let before = if steady { 0 } else { self.peers[child].failures.count };
        let longest = FIRST_WAIT.saturating_mul(1 << before.min(6)).min(LONGEST_WAIT);
        let spread = self.number().wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ self.config.nonce;
        let share = u32::try_from(spread.rotate_left(17) % 1024).unwrap_or(0);
        longest / 2 + longest / 2 * share / 1024
    }

    /// From the third failure in a row on, the time until its items leave the lists runs.
    fn count_down(&mut self, child: usize) {
        let hide_at = self.now + self.config.hide_after;
        let failures = &mut self.peers[child].failures;
        if failures.count >= DOWN_AFTER && failures.hide_at.is_none() && !failures.hidden {
            failures.hide_at = Some(hide_at);
            self.arm(hide_at);
        }
    }

    /// A server of which nothing good is known counts as seen from its first failure on: nobody waits for it again.
    fn remember_failure(&mut self, child: usize, reason: &str) {
        let peer = &mut self.peers[child];
        let unseen = matches!(peer.seen, Seen::Never | Seen::Slow | Seen::LookingUp);
        let first = unseen || peer.failures.count == 1;
        if peer.hello.is_none() && first {
            peer.seen = Seen::Failed;
            self.keep(child, Kept::Failed { reason: reason.to_owned() });
        }
    }

    /// Takes the items of children that stayed down out of the lists.
    pub(super) fn hide_due(&mut self) {
        for child in self.order.clone() {
            match self.peers[child].failures.hide_at {
                Some(at) if at <= self.now => self.hide(child),
                Some(at) => self.arm(at),
                None => {}
            }
        }
    }

    fn hide(&mut self, child: usize) {
        self.items_changed(child);
        let failures = &mut self.peers[child].failures;
        failures.hide_at = None;
        failures.hidden = true;
        let reason = failures.last.clone().unwrap_or_default();
        self.keep(child, Kept::Failed { reason });
        self.peers[child].unsaved = true;
    }

    /// The child works: its failures are over, and its items are listed again.
    pub(super) fn forgive(&mut self, child: usize) {
        let failures = &mut self.peers[child].failures;
        failures.locked = false;
        failures.hide_at = None;
        if std::mem::take(&mut failures.hidden) {
            self.items_changed(child);
        }
    }

    /// What the client sees of this child's lists is other than before. Of one whose items are hidden it sees nothing.
    pub(super) fn items_changed(&mut self, child: usize) {
        if self.peers[child].failures.hidden {
            return;
        }
        self.items_of_changed(child, ListKind::ALL);
    }

    /// The same for what it has of these kinds.
    pub(super) fn items_of_changed(&mut self, child: usize, kinds: impl IntoIterator<Item = ListKind>) {
        for kind in kinds {
            if self.peers[child].list(kind).known.as_ref().is_some_and(|known| !known.is_empty()) {
                self.lists[kind.index()].dirty = true;
                if self.lists[kind.index()].served {
                    self.announce(kind);
                }
            }
        }
    }

    /// Starts children again whose wait is over.
    pub(super) fn restart_due(&mut self) {
        for child in self.order.clone() {
            let peer = &self.peers[child];
            match peer.failures.retry_at.filter(|_| peer.is_down()) {
                Some(at) if at <= self.now => self.start(child),
                Some(at) => self.arm(at),
                None => {}
            }
        }
    }
}
