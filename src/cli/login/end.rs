//! `mcpgw logout`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::login::end;

/// End your login on this machine
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw logout")]
pub(in crate::cli) struct LogoutArgs {}

impl LogoutArgs {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let gate = context.gate().await?;
        let place = context.login_place(&gate.store)?;
        let ended = end(&gate, &place, context.lagging()).await?;
        context.output.show(&json!({ "ended": ended }), |page| {
            page.line(if ended { "logged out" } else { "you were not logged in" });
        })?;
        Ok(Exit::Success)
    }
}
