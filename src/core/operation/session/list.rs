//! Reads how running sessions are, from themselves.

use std::time::Duration;

use crate::core::control::{Answer, Request, ask_all, sessions};
use crate::core::model::{SessionRow, SessionState};
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// How long all sessions together have to tell how they are.
const PATIENCE: Duration = Duration::from_secs(2);

/// A running session.
#[derive(Debug, Clone)]
pub struct Live {
    /// Where it runs.
    pub row: SessionRow,
    /// How it is; absent when it does not answer.
    pub state: Option<SessionState>,
}

/// All running sessions, oldest first. What killed ones left is removed.
pub async fn list(context: &Context) -> Result<Vec<Live>, Problem> {
    states(sessions(&context.store).await?).await
}

/// How each of `rows` is.
pub(super) async fn states(rows: Vec<SessionRow>) -> Result<Vec<Live>, Problem> {
    let answers = ask_all(rows, Request::State, PATIENCE).await;
    let live = answers.into_iter().map(|(row, answer)| {
        let state = match answer {
            Ok(Answer::State(state)) => Some(*state),
            _ => None,
        };
        Live { row, state }
    });
    Ok(live.collect())
}
