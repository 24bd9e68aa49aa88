//! `mcpgw logout`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::login::{Ended, end};

/// End your login on this machine
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw logout
  mcpgw logout --all")]
pub(in crate::cli) struct LogoutArgs {
    /// End all your logins, also those of other directories and machines that use this store
    #[arg(long)]
    all: bool,
}

impl LogoutArgs {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let gate = context.gate().await?;
        let place = context.login_place(&gate.store)?;
        let Ended { here, logins } = end(&gate, &place, self.all, context.lagging()).await?;
        context.output.show(&json!({ "ended": here, "logins": logins }), |page| {
            page.line(&match (here, logins) {
                (false, _) => "you were not logged in".to_owned(),
                (true, 2..) => format!("logged out, {logins} logins have ended"),
                (true, _) => "logged out".to_owned(),
            });
        })?;
        Ok(Exit::Success)
    }
}
