//! Signs of life: who has been silent with requests pending, and who has nothing to do.

use std::time::{Duration, Instant};

use super::effect::{Effect, Report};
use super::fetch::Purpose;
use super::peer::Phase;
use super::state::Router;

/// How many of the latest answers are looked at for how long answers take.
const LATEST: usize = 64;

/// When a child was last heard of, and how long its answers took.
#[derive(Debug)]
pub(super) struct Pulse {
    /// Its last frame, or the first request after it had nothing to do.
    pub heard: Instant,
    /// The last request or answer.
    pub used: Instant,
    pinged: Option<Instant>,
    answers: u64,
    latest: [Duration; LATEST],
}

impl Pulse {
    pub(super) fn new(now: Instant) -> Self {
        Self { heard: now, used: now, pinged: None, answers: 0, latest: [Duration::ZERO; LATEST] }
    }

    /// Counts an answer.
    pub(super) fn answered(&mut self, took: Duration) {
        let place = usize::try_from(self.answers % LATEST as u64).unwrap_or(0);
        self.latest[place] = took;
        self.answers += 1;
    }

    /// All answers, and of the latest the middle and the slowest.
    pub(super) fn latency(&self) -> Option<(u64, Duration, Duration)> {
        let known = usize::try_from(self.answers).unwrap_or(LATEST).min(LATEST);
        let mut latest = self.latest[..known].to_vec();
        latest.sort_unstable();
        Some((self.answers, *latest.get(known / 2)?, *latest.last()?))
    }
}

impl Router {
    /// How long a child has been silent with requests pending, if that is worth a word.
    pub(super) fn silence(&self, child: usize) -> Option<Duration> {
        let silent = self.now.saturating_duration_since(self.peers[child].pulse.heard);
        (silent >= self.config.ping_after && self.works(child)).then_some(silent)
    }

    /// Whether a request of the client is with this child.
    pub(super) fn works(&self, child: usize) -> bool {
        self.calls.values().any(|call| call.sent_to() == Some(child) && call.cancelled.is_none())
    }

    /// A request goes to the child: from now on it should say something.
    pub(super) fn expect_word(&mut self, child: usize) {
        let (now, pulse) = (self.now, &mut self.peers[child].pulse);
        pulse.used = now;
        if now >= pulse.heard + self.config.ping_after {
            pulse.heard = now;
        }
        self.arm(now + self.config.ping_after);
    }

    /// Asks silent children for a sign of life (MCP `basic/utilities/ping`). What comes of it is only reported: they may
    /// just be busy.
    pub(super) fn ping_due(&mut self) {
        for child in 0..self.peers.len() {
            if !self.peers[child].is_ready() || !self.works(child) {
                continue;
            }
            let pulse = &self.peers[child].pulse;
            let at = pulse.heard.max(pulse.pinged.unwrap_or(pulse.heard)) + self.config.ping_after;
            if at > self.now {
                self.arm(at);
                continue;
            }
            let silent = self.now.saturating_duration_since(pulse.heard);
            self.peers[child].pulse.pinged = Some(self.now);
            self.arm(self.now + self.config.ping_after);
            self.effects.push_back(Effect::Report(Report::Silent { child, silent }));
            self.ask(child, Purpose::Told, "ping", None);
        }
    }

    /// Stops children that have had nothing to do for as long as the setting says; the next request starts them again.
    pub(super) fn stop_idle(&mut self) {
        let Some(limit) = self.config.idle_stop else { return };
        for child in self.order.clone() {
            if !self.peers[child].is_ready() || self.peers[child].server.eager {
                continue;
            }
            let at = self.peers[child].pulse.used + limit;
            if at > self.now {
                self.arm(at);
            } else if self.is_idle(child) {
                self.forget_run(child);
                self.enter(child, Phase::Idle);
                self.effects.push_back(Effect::Report(Report::Idle { child }));
                self.effects.push_back(Effect::Stop { child });
            } else {
                self.arm(self.now + limit);
            }
        }
    }

    /// Whether nothing would be lost if the child ended.
    fn is_idle(&self, child: usize) -> bool {
        let peer = &self.peers[child];
        peer.subscriptions.is_empty()
            && peer.asking == 0
            && !peer.has_tasks
            && !self.calls.values().any(|call| call.is_for(child))
            && !self.own.values().any(|own| own.child == child)
    }
}
