//! `mcpgw config set`

use super::list::View;
use super::permit::permit;
use super::tell::tell;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config;

/// Arguments of `config set`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw config set naming.separator -- --
  mcpgw config set relay.list_hold 5s
  mcpgw config set relay.max_frame 16MiB --dry-run")]
pub(in crate::cli) struct Args {
    /// The setting, as `config list` names it
    key: String,
    /// Its value
    value: String,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        permit(context).await?;
        let file = &context.paths.config_file;
        let value = config::set(file, &self.key, &self.value, self.mutation.dry_run)?;
        context
            .output
            .show(&View::new(&value), |page| page.line(&format!("{} = {}", self.key, value.value)))?;
        if self.mutation.dry_run {
            context.output.note("nothing was changed (--dry-run)")?;
        } else {
            tell(context, &self.key, true).await?;
        }
        Ok(Exit::Success)
    }
}
