//! `mcpgw config get`

use super::kept::kept;
use super::list::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config;

/// Arguments of `config get`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw config get naming.separator
  mcpgw config get relay.max_frame --json")]
pub(in crate::cli) struct Args {
    /// The setting, as `config list` names it
    key: String,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let kept = kept(context).await?;
        let value = config::get(&context.paths.config_file, &kept, &self.key)?;
        context.output.show(&View::new(&value), |page| page.line(&value.value))?;
        Ok(Exit::Success)
    }
}
