//! `mcpgw config unset`

use serde_json::json;

use super::permit::permit;
use super::tell::tell;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config;

/// Arguments of `config unset`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw config unset relay.list_hold")]
pub(in crate::cli) struct Args {
    /// The setting, as `config list` names it; one that is refused as unknown can be removed too
    key: String,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        permit(context).await?;
        let removed = config::unset(&context.paths.config_file, &self.key, self.mutation.dry_run)?;
        let dry_run = self.mutation.dry_run;
        context.output.show(&json!({"key": self.key, "removed": removed, "dry_run": dry_run}), |page| {
            page.line(&match (removed, dry_run) {
                (true, false) => format!("{} has its default again", self.key),
                (true, true) => format!("{} would have its default again", self.key),
                (false, _) => format!("{} was not set", self.key),
            });
        })?;
        if removed && !dry_run {
            tell(context, &self.key, false).await?;
        }
        Ok(Exit::Success)
    }
}
