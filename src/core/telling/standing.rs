//! How servers are doing: what running sessions say, else whether the last start failed.

use serde::Serialize;

use super::session::SessionView;
use crate::core::model::{ListKind, ServerPhase, Sighting};
use crate::core::operation::server::{Known, Obstacle};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ServerStatus {
    pub(crate) name: String,
    pub(crate) state: State,
    /// In how many sessions it is ready.
    pub(crate) sessions: usize,
    pub(crate) tools: Option<usize>,
    pub(crate) prompts: Option<usize>,
    pub(crate) resources: Option<usize>,
    pub(crate) last_failure: Option<String>,
}

/// How a server is, where it is furthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// No session uses it.
    Disabled,
    /// It starts when it is needed.
    Idle,
    /// A session starts it.
    Starting,
    /// A session has it running.
    Ready,
    /// It needs a secret that can't be had.
    Locked,
    /// Its last start failed.
    Down,
}

impl State {
    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::Idle => "idle",
            Self::Starting => "starting",
            Self::Ready => "ready",
            Self::Locked => "locked",
            Self::Down => "down",
        }
    }
}

impl ServerStatus {
    /// `locked` keeps it from being started.
    pub(crate) fn new(known: &Known, locked: &[Obstacle], sessions: &[SessionView]) -> Self {
        let (catalogue, last_failure) = match &known.sighting {
            Some(Sighting::Listed(catalogue)) => (Some(catalogue), None),
            Some(Sighting::Failed { message, .. }) => (None, Some(message.clone())),
            None => (None, None),
        };
        let live = || {
            let all = sessions.iter().filter_map(|session| session.servers.as_ref()).flatten();
            all.filter(|server| server.id == known.server.id)
        };
        let furthest = live().max_by_key(|server| rank(server.state));
        let state = match (known.server.enabled, furthest.map(|server| server.state), &last_failure) {
            (false, ..) => State::Disabled,
            (true, Some(ServerPhase::Ready), _) => State::Ready,
            (true, Some(ServerPhase::Starting), _) => State::Starting,
            (true, Some(ServerPhase::Locked), _) => State::Locked,
            (true, ..) if !locked.is_empty() => State::Locked,
            (true, Some(ServerPhase::Down), _) | (true, _, Some(_)) => State::Down,
            (true, Some(ServerPhase::Idle) | None, None) => State::Idle,
        };
        let obstacle = locked.first().filter(|_| state == State::Locked);
        let obstacle = || {
            obstacle
                .map(|Obstacle { reason, hint }| format!("can't be started, since {reason}; hint: {hint}"))
        };
        let live_error = || furthest.and_then(|server| server.last_error.clone());
        let wrong = matches!(state, State::Down | State::Locked);
        let count = |kind| catalogue.map(|catalogue| catalogue.items(kind).len());
        Self {
            name: known.server.name.to_string(),
            state,
            sessions: live().filter(|server| server.state == ServerPhase::Ready).count(),
            tools: count(ListKind::Tools),
            prompts: count(ListKind::Prompts),
            resources: count(ListKind::Resources),
            last_failure: if wrong { live_error().or_else(obstacle).or(last_failure) } else { last_failure },
        }
    }
}

fn rank(phase: ServerPhase) -> u8 {
    match phase {
        ServerPhase::Idle => 0,
        ServerPhase::Down => 1,
        ServerPhase::Locked => 2,
        ServerPhase::Starting => 3,
        ServerPhase::Ready => 4,
    }
}
