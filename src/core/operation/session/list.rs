//! Reads how running sessions are, from themselves.

use std::time::Duration;

use super::seen::{Eyes, seen};
use crate::core::control::{Answer, Request, ask_all};
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

/// The running sessions that who acts may see, oldest first. What killed ones left is removed.
pub async fn list(context: &Context) -> Result<Vec<Live>, Problem> {
    states(context, seen(context).await?).await
}

/// How each of `rows` is, as far as who acts may see it.
pub(super) async fn states(context: &Context, rows: Vec<SessionRow>) -> Result<Vec<Live>, Problem> {
    let eyes = Eyes::of(context, &rows).await?;
    let answers = ask_all(rows, Request::State, PATIENCE).await;
    let live = answers.into_iter().map(|(row, answer)| {
        let state = match answer {
            Ok(Answer::State(state)) => Some(eyes.narrow(&row, *state)),
            _ => None,
        };
        Live { row, state }
    });
    Ok(live.collect())
}
