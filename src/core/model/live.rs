//! What a running session says of itself.

use serde::{Deserialize, Serialize};

use super::ServerId;

/// One session, at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionState {
    /// `clientInfo` of the client's `initialize`; absent before it, or if the client did not say. Untrusted.
    pub client: Option<ClientInfo>,
    /// The protocol revision that was agreed on with the client.
    pub protocol_version: Option<String>,
    /// The client's requests without an answer.
    pub calls: usize,
    /// Its servers, in the order in which they keep names.
    pub servers: Vec<ServerState>,
}

/// What a client calls itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientInfo {
    /// `clientInfo.name`.
    pub name: String,
    /// `clientInfo.version`.
    pub version: String,
}

impl ClientInfo {
    /// How much of each is kept where it is written down, bytes.
    pub const LONGEST: usize = 200;

    /// As it is written down.
    #[must_use]
    pub fn shortened(mut self) -> Self {
        for text in [&mut self.name, &mut self.version] {
            text.truncate(text.floor_char_boundary(Self::LONGEST));
        }
        self
    }
}

/// One server in a session, at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerState {
    /// Which one.
    pub id: ServerId,
    /// Its name.
    pub name: String,
    /// How far it is.
    pub phase: ServerPhase,
    /// How long it has been in this phase, milliseconds.
    pub phase_ms: u64,
    /// The process, while there is one.
    pub pid: Option<u32>,
    /// How often it was started in this session.
    pub starts: u64,
    /// Failures in a row.
    pub failures: u32,
    /// Why it ended or failed last, for a person. Untrusted.
    pub last_error: Option<String>,
    /// The client's requests that it works on.
    pub calls: usize,
    /// How long it took over its answers; absent before the first.
    pub latency: Option<Latency>,
    /// With requests pending, how long it has said nothing, milliseconds; absent below the limit of 30 s.
    pub silent_ms: Option<u64>,
}

/// How far a server of a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServerPhase {
    /// Not running; the next call starts it.
    Idle,
    /// On its way to its `initialize` answer.
    Starting,
    /// In use.
    Ready,
    /// It needs a secret that can't be had.
    Locked,
    /// It failed three times in a row, or is on its way there.
    Down,
}

/// How long a server took over the latest of its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Latency {
    /// All answers so far.
    pub answers: u64,
    /// The middle one of the latest, microseconds.
    pub median_us: u64,
    /// The slowest of the latest, microseconds.
    pub slowest_us: u64,
}
