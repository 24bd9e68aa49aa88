//! What the session tells whoever asks how it is.

use std::time::Duration;

use serde_json::Value;

use super::failure::DOWN_AFTER;
use super::peer::{Peer, Phase};
use super::state::Router;
use crate::core::model::{ClientInfo, Latency, ServerPhase, ServerState, SessionState};

impl Router {
    /// The session at this moment. Process ids are the shell's to add; `pid` tells it where each server runs.
    pub fn state(&self, pid: impl Fn(usize) -> Option<u32>) -> SessionState {
        SessionState {
            client: self.client_info(),
            protocol_version: self.client.revision.map(|revision| revision.as_str().to_owned()),
            calls: self.calls.values().filter(|call| call.cancelled.is_none()).count() + self.held.len(),
            servers: self.order.iter().map(|&child| self.server_state(child, pid(child))).collect(),
        }
    }

    /// What the client calls itself.
    pub fn client_info(&self) -> Option<ClientInfo> {
        let offer: Value = serde_json::from_slice(&self.client.offer).ok()?;
        let info = offer.get("clientInfo")?;
        let text = |member| info.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
        Some(ClientInfo { name: text("name"), version: text("version") })
    }

    fn server_state(&self, child: usize, pid: Option<u32>) -> ServerState {
        let peer = &self.peers[child];
        let latency = |(answers, median, slowest)| Latency {
            answers,
            median_us: micros(median),
            slowest_us: micros(slowest),
        };
        ServerState {
            id: peer.server.id,
            name: peer.server.name.as_str().to_owned(),
            phase: phase(peer),
            phase_ms: millis(self.now.saturating_duration_since(peer.since)),
            pid: pid.filter(|_| peer.is_running()),
            starts: peer.started_before + peer.starts,
            failures: peer.failures.count,
            last_error: peer.failures.last.clone(),
            calls: self.calls.values().filter(|call| call.is_for(child) && call.cancelled.is_none()).count(),
            latency: peer.pulse.latency().map(latency),
            silent_ms: self.silence(child).map(millis),
        }
    }
}

fn phase(peer: &Peer) -> ServerPhase {
    match &peer.phase {
        Phase::Idle => ServerPhase::Idle,
        Phase::Starting { .. } => ServerPhase::Starting,
        Phase::Ready => ServerPhase::Ready,
        Phase::Down { .. } if peer.failures.locked => ServerPhase::Locked,
        // It is about to be started again.
        Phase::Down { .. } if peer.failures.count < DOWN_AFTER && peer.failures.retry_at.is_some() => {
            ServerPhase::Starting
        }
        Phase::Down { .. } => ServerPhase::Down,
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
