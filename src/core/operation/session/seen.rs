//! What of running sessions somebody may see.

use std::collections::HashSet;

use crate::core::access::{Operation, Target};
use crate::core::control::sessions;
use crate::core::model::{ServerId, SessionRow, SessionState, UserId};
use crate::core::operation::{Context, authority};
use crate::core::problem::Problem;

/// The running sessions that who acts may see: their own, and those of others to whom that was granted.
pub(super) async fn seen(context: &Context) -> Result<Vec<SessionRow>, Problem> {
    let mut rows = sessions(&context.store).await?;
    rows.retain(|row| context.may(Operation::SessionShow, &Target::User(row.user)));
    Ok(rows)
}

/// What somebody sees in a session: of one that is another's, only servers that they may see without it.
pub(super) struct Eyes {
    user: UserId,
    servers: HashSet<ServerId>,
}

impl Eyes {
    /// Enough to look at `rows`.
    pub(super) async fn of(context: &Context, rows: &[SessionRow]) -> Result<Self, Problem> {
        let user = context.principal.user();
        let mut eyes = Self { user, servers: HashSet::new() };
        if rows.iter().any(|row| row.user != user) {
            let teams = context.store.teams().await?;
            let servers = context.store.servers().await?;
            let visible = servers.iter().filter(|server| {
                context.may(Operation::ServerShow, &Target::Row(authority::row(server, &teams)))
            });
            eyes.servers = visible.map(|server| server.id).collect();
        }
        Ok(eyes)
    }

    /// `state` of the session `row`, as far as it is seen.
    pub(super) fn narrow(&self, row: &SessionRow, mut state: SessionState) -> SessionState {
        if row.user != self.user {
            state.servers.retain(|server| self.servers.contains(&server.id));
        }
        state
    }
}
