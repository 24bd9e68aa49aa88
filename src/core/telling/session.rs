//! A running session.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;

use crate::core::model::{ClientInfo, Latency, ServerId, ServerPhase, ServerState, SessionId, UserId};
use crate::core::operation::session::Live;

/// What JSON shows of a session. What one that does not answer would tell is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SessionView {
    pub(crate) id: SessionId,
    pub(crate) user_id: UserId,
    pub(crate) pid: u32,
    pub(crate) started_at: Timestamp,
    cwd: Option<PathBuf>,
    answers: bool,
    client: Option<ClientInfo>,
    protocol_version: Option<String>,
    calls: Option<usize>,
    ready: Option<usize>,
    total: Option<usize>,
    pub(crate) servers: Option<Vec<ServerView>>,
}

/// What JSON shows of a server in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ServerView {
    pub(crate) id: ServerId,
    name: String,
    pub(crate) state: ServerPhase,
    state_ms: u64,
    pid: Option<u32>,
    restarts: u64,
    failures: u32,
    pub(crate) last_error: Option<String>,
    calls: usize,
    pub(crate) latency: Option<Latency>,
    silent_ms: Option<u64>,
}

impl SessionView {
    pub(crate) fn new(live: Live) -> Self {
        let Live { row, state } = live;
        let mut view = Self {
            id: row.id,
            user_id: row.user,
            pid: row.process.pid,
            started_at: row.started_at,
            cwd: row.cwd,
            answers: state.is_some(),
            client: None,
            protocol_version: None,
            calls: None,
            ready: None,
            total: None,
            servers: None,
        };
        if let Some(state) = state {
            let ready = state.servers.iter().filter(|server| server.phase == ServerPhase::Ready);
            view.ready = Some(ready.count());
            view.total = Some(state.servers.len());
            view.calls = Some(state.calls);
            view.client = state.client;
            view.protocol_version = state.protocol_version;
            view.servers = Some(state.servers.into_iter().map(ServerView::new).collect());
        }
        view
    }

    /// The same without what changes although nothing happens.
    pub(crate) fn without_ages(&self) -> Self {
        let mut view = self.clone();
        for server in view.servers.iter_mut().flatten() {
            server.state_ms = 0;
            server.silent_ms = None;
        }
        view
    }

    /// One line of a table.
    pub(crate) fn row(&self, now: Timestamp) -> [String; 6] {
        [
            self.pid.to_string(),
            self.client_text(),
            age(self.age_ms(now)),
            self.ready_text(),
            self.calls.map_or_else(|| "?".to_owned(), |calls| calls.to_string()),
            self.cwd.as_ref().map(|cwd| cwd.display().to_string()).unwrap_or_default(),
        ]
    }

    pub(crate) fn pairs(&self, now: Timestamp) -> Vec<(&'static str, String)> {
        let mut pairs = vec![
            ("id", self.id.to_string()),
            ("pid", self.pid.to_string()),
            ("client", self.client_text()),
            ("since", format!("{} ({})", self.started_at, age(self.age_ms(now)))),
        ];
        pairs.extend(self.protocol_version.clone().map(|version| ("protocol", format!("MCP {version}"))));
        pairs.extend(self.cwd.as_ref().map(|cwd| ("directory", cwd.display().to_string())));
        pairs.push(("ready", self.ready_text()));
        pairs.extend(self.calls.map(|calls| ("calls now", calls.to_string())));
        pairs
    }

    fn client_text(&self) -> String {
        match &self.client {
            Some(client) => format!("{} {}", client.name, client.version).trim().to_owned(),
            None if self.answers => "-".to_owned(),
            None => "does not answer".to_owned(),
        }
    }

    fn ready_text(&self) -> String {
        let (Some(ready), Some(total)) = (self.ready, self.total) else { return "?".to_owned() };
        format!("{ready} of {total}")
    }

    fn age_ms(&self, now: Timestamp) -> u64 {
        u64::try_from(now.as_millisecond() - self.started_at.as_millisecond()).unwrap_or(0)
    }
}

impl ServerView {
    fn new(state: ServerState) -> Self {
        Self {
            id: state.id,
            name: state.name,
            state: state.phase,
            state_ms: state.phase_ms,
            pid: state.pid,
            restarts: state.starts.saturating_sub(1),
            failures: state.failures,
            last_error: state.last_error,
            calls: state.calls,
            latency: state.latency,
            silent_ms: state.silent_ms,
        }
    }

    /// One line of a table.
    pub(crate) fn row(&self) -> [String; 8] {
        let silent = self.silent_ms.map(|silent| format!(", silent for {}", age(silent)));
        [
            self.name.clone(),
            phase_text(self.state).to_owned() + &silent.unwrap_or_default(),
            self.pid.map_or_else(|| "-".to_owned(), |pid| pid.to_string()),
            age(self.state_ms),
            self.restarts.to_string(),
            self.calls.to_string(),
            self.latency.map_or_else(|| "-".to_owned(), |latency| took(latency.median_us)),
            // The first line says what; a child's last words may follow.
            self.last_error.as_deref().and_then(|error| error.lines().next()).unwrap_or_default().to_owned(),
        ]
    }
}

/// One line that names a session.
pub(crate) fn title(view: &SessionView, now: Timestamp) -> String {
    let (client, age) = (view.client_text(), age(view.age_ms(now)));
    let calls = match view.calls {
        None | Some(0) => String::new(),
        Some(1) => ", 1 call under way".to_owned(),
        Some(calls) => format!(", {calls} calls under way"),
    };
    format!("Session {}: {client}, since {age}, {} ready{calls}", view.pid, view.ready_text())
}

fn phase_text(phase: ServerPhase) -> &'static str {
    match phase {
        ServerPhase::Idle => "idle",
        ServerPhase::Starting => "starting",
        ServerPhase::Ready => "ready",
        ServerPhase::Locked => "locked",
        ServerPhase::Down => "down",
    }
}

/// A time span as a person reads it: the two largest units are more than enough.
fn age(millis: u64) -> String {
    let seconds = millis / 1_000;
    match seconds {
        0..60 => format!("{seconds}s"),
        60..3_600 => format!("{}m", seconds / 60),
        3_600..86_400 => format!("{}h{:02}m", seconds / 3_600, seconds % 3_600 / 60),
        _ => format!("{}d{:02}h", seconds / 86_400, seconds % 86_400 / 3_600),
    }
}

fn took(micros: u64) -> String {
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..1_000_000 => format!("{}.{} ms", micros / 1_000, micros % 1_000 / 100),
        _ => format!("{}.{} s", micros / 1_000_000, micros % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_short() {
        let ages = [0, 59_999, 60_000, 3_599_999, 3_600_000, 86_400_000 * 3 + 1].map(age);
        assert_eq!(ages, ["0s", "59s", "1m", "59m", "1h00m", "3d00h"]);
        assert_eq!([0, 1_250, 2_340_000].map(took), ["0 µs", "1.2 ms", "2.3 s"]);
    }
}
