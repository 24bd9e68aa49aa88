//! What `mcpgw status` tells.

use jiff::Timestamp;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::session::SessionView;
use crate::core::model::{ListKind, ServerPhase, Sighting};
use crate::core::operation;
use crate::core::operation::server::{self, Known, Obstacle};
use crate::core::operation::session;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Status {
    version: &'static str,
    store_id: String,
    pub(super) data_dir: String,
    pub(super) config_file: String,
    pub(super) servers: Vec<ServerStatus>,
    pub(super) sessions: Vec<SessionView>,
    #[serde(skip)]
    pub(super) at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ServerStatus {
    pub(super) name: String,
    pub(super) state: State,
    /// In how many sessions it is ready.
    sessions: usize,
    pub(super) tools: Option<usize>,
    pub(super) prompts: Option<usize>,
    pub(super) resources: Option<usize>,
    pub(super) last_failure: Option<String>,
}

/// How a server is, where it is furthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
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

impl Status {
    pub(super) async fn gather(
        context: &Context,
        operations: &operation::Context,
    ) -> Result<Self, CommandError> {
        let sessions = session::list(operations).await?;
        let sessions: Vec<_> = sessions.into_iter().map(SessionView::new).collect();
        let known = server::list_known(operations).await?;
        let servers: Vec<_> = known.iter().map(|known| known.server.clone()).collect();
        let obstacles = server::obstacles(operations, &servers).await?;
        let servers = known.iter().zip(&obstacles);
        Ok(Self {
            version: env!("CARGO_PKG_VERSION"),
            store_id: operations.store.id().to_owned(),
            data_dir: context.paths.data_dir.display().to_string(),
            config_file: context.paths.config_file.display().to_string(),
            servers: servers.map(|(known, locked)| ServerStatus::new(known, locked, &sessions)).collect(),
            sessions,
            at: operations.clock.now(),
        })
    }

    /// The same without what changes although nothing happens.
    pub(super) fn without_ages(&self) -> Self {
        let sessions = self.sessions.iter().map(SessionView::without_ages).collect();
        Self { sessions, at: Timestamp::UNIX_EPOCH, ..self.clone() }
    }
}

impl ServerStatus {
    fn new(known: &Known, locked: &[Obstacle], sessions: &[SessionView]) -> Self {
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
