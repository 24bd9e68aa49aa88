//! Whether a token is for where and when it is used.

use std::path::Path;

use jiff::Timestamp;

use super::admit::refused;
use crate::core::model::Token;
use crate::core::operation::login::Gate;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::{hold, misplaced};

/// Where a token is used.
#[derive(Debug, Clone, Copy)]
pub struct Circumstance<'a> {
    /// The directory that the process was started in.
    pub directory: Option<&'a Path>,
    /// Whether it is a session: its client says who it is later, and hours come and go while it runs.
    pub is_session: bool,
}

/// Refuses a token, itself first among `chain`, that is for other circumstances. The audit is told of it.
pub async fn require_fit(
    gate: &Gate,
    chain: &[Token],
    circumstance: Circumstance<'_>,
) -> Result<(), Problem> {
    let fits = fits(chain, circumstance, gate.clock.now());
    if let Err(problem) = &fits {
        refused(gate, problem.message.clone(), chain.first()).await;
    }
    fits
}

fn fits(chain: &[Token], circumstance: Circumstance<'_>, now: Timestamp) -> Result<(), Problem> {
    let refuse = |message: String| Err(Problem::new(ProblemKind::Denied, message));
    let Circumstance { directory, is_session } = circumstance;
    if let Some(why) = misplaced(chain, directory) {
        return refuse(why);
    }
    let client = chain.iter().find_map(|token| token.scope.client.as_ref());
    if let (Some(client), false) = (client, is_session) {
        return refuse(format!("the token is for the MCP client {client}"));
    }
    if !is_session && !hold(chain, now).holds {
        return refuse("the token is for other hours".to_owned());
    }
    Ok(())
}
