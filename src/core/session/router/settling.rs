//! What a server asks first thing. One that was started for a call may need the client's roots before it can answer that
//! (MCP `client/roots`), and asks for them as soon as it is told that it may.

use std::time::{Duration, Instant};

use super::fetch::Purpose;
use super::state::Router;

/// How long a call waits at most for what its server asks first.
const MOST: Duration = Duration::from_secs(1);
/// How long a server has to take in an answer.
const INTAKE: Duration = Duration::from_millis(100);

impl Router {
    /// Sends a child that is ready now what waited for it: at once, or, where the client has roots, once it has asked for them or
    /// turns to what it was asked after it was told that it may.
    pub(super) fn send_once_settled(&mut self, child: usize) {
        let reads = |purpose: &Purpose| matches!(purpose, Purpose::Page(_));
        let is_read = self.own.values().any(|own| own.child == child && reads(&own.purpose));
        let peer = &self.peers[child];
        if peer.waiting.is_empty()
            || !is_read
            || !self.client.can("roots")
            || !peer.allowance.may_ask("roots")
        {
            return self.send_waiting(child);
        }
        self.settle_until(child, self.now + MOST);
    }

    /// The child has answered something of ours: what it wanted to ask first it has asked by now.
    pub(super) fn has_turned_to_us(&mut self, child: usize) {
        if self.peers[child].settling.is_some() && !self.reverse.values().any(|asked| asked.child == child) {
            self.settled(child);
        }
    }

    /// The child was given the client's answer.
    pub(super) fn has_been_answered(&mut self, child: usize) {
        if let Some(until) = self.peers[child].settling {
            self.settle_until(child, until.min(self.now + INTAKE));
        }
    }

    pub(super) fn settle_due(&mut self) {
        for child in 0..self.peers.len() {
            match self.peers[child].settling {
                Some(until) if until <= self.now => self.settled(child),
                Some(until) => self.arm(until),
                None => {}
            }
        }
    }

    fn settle_until(&mut self, child: usize, until: Instant) {
        self.peers[child].settling = Some(until);
        self.arm(until);
    }

    fn settled(&mut self, child: usize) {
        self.peers[child].settling = None;
        if self.peers[child].is_ready() {
            self.send_waiting(child);
        }
    }
}
