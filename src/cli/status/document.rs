//! What `mcpgw status` tells.

use jiff::Timestamp;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::operation;
use crate::core::operation::{server, session};
use crate::core::telling::session::SessionView;
use crate::core::telling::standing::ServerStatus;

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
    /// Whether who asks acts with a token.
    #[serde(skip)]
    pub(super) by_token: bool,
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
            by_token: !operations.tokens.is_empty(),
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
