//! `mcpgw token verify`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::operation::token::{Credential, verify};
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::token::{Names, ends, lines};

/// Arguments of `token verify`.
///
/// It exits with 9 if the token is not valid, whatever the reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token verify --token-stdin < ci.token
  mcpgw token verify --token-file ci.token")]
pub(in crate::cli) struct Args {
    /// Read the token from stdin, and act as you would without it
    #[arg(long)]
    token_stdin: bool,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let operations = match context.operations().await {
            // Who acts with the token that is asked about is refused as anybody is.
            Err(CommandError::Problem(problem))
                if !self.token_stdin
                    && matches!(problem.kind, ProblemKind::Unauthenticated | ProblemKind::Denied) =>
            {
                return Err(Problem { kind: ProblemKind::CheckFailed, ..problem }.into());
            }
            operations => operations?,
        };
        let (token, holds) = if self.token_stdin {
            let verified = verify(&operations, &Credential::new(&input::password().await?)).await?;
            (verified.token, verified.hold.holds)
        } else if let Some(token) = operations.tokens.first() {
            // Who acts with it was believed.
            (token.clone(), true)
        } else {
            let problem = Problem::new(ProblemKind::Usage, "which token?");
            return Err(problem.hint("mcpgw token verify --token-stdin < FILE").into());
        };
        let (names, now) = (Names::new(&operations).await?, operations.clock.now());
        let mut result = names.json(&token, now);
        result["valid"] = true.into();
        result["now"] = holds.into();
        context.output.show(&result, |page| {
            let hours = if holds { "" } else { ", but not at this hour" };
            page.line(&format!("{} ({}) is valid{hours}", token.name, token.id));
            page.line(&format!("ends: {}", ends(&token, now)));
            for line in &lines(&names.scope(&token)) {
                page.line(line);
            }
        })?;
        Ok(Exit::Success)
    }
}
