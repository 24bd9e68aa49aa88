//! Whether a token is for where and when it is used.

use std::path::Path;

use jiff::Timestamp;

use super::admit::refused;
use crate::core::model::Token;
use crate::core::operation::login::Gate;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::hold;

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

/// Nobody has an address here.
fn fits(chain: &[Token], circumstance: Circumstance<'_>, now: Timestamp) -> Result<(), Problem> {
    let refuse = |message: String| Err(Problem::new(ProblemKind::Denied, message));
    let Circumstance { directory, is_session } = circumstance;
    for scope in chain.iter().map(|token| &token.scope) {
        if let Some(cidrs) = &scope.cidrs {
            let networks = cidrs.join(", ");
            return refuse(format!(
                "the token is for connections from {networks}, and there is no connection here"
            ));
        }
        if let Some(workspace) = scope.workspace.as_deref()
            && !directory.is_some_and(|directory| is_within(directory, workspace))
        {
            return refuse(format!("the token is for what is started in {}", workspace.display()));
        }
        if let (Some(client), false) = (&scope.client, is_session) {
            return refuse(format!("the token is for the MCP client {client}"));
        }
    }
    if !is_session && !hold(chain, now).holds {
        return refuse("the token is for other hours".to_owned());
    }
    Ok(())
}

/// Whether links lead to it or not.
fn is_within(directory: &Path, workspace: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(directory).starts_with(real(workspace))
}
