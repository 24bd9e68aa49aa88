//! `mcpgw config unset`

use serde_json::json;

use super::permit::permit;
use super::tell::tell;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::config;
use crate::core::problem::ProblemKind;
use crate::core::settings::{self, Home};

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
        let (key, dry_run) = (&self.key, self.mutation.dry_run);
        let file = context.paths.config_file.clone();
        let of_store = settings::find(key).filter(|setting| setting.home() == Home::Store);
        let removed = if let Some(setting) = of_store {
            match context.operations().await {
                Ok(operations) => {
                    config::permit(&operations)?;
                    // Out of the file first: what it says would be taken over.
                    let in_file = config::unset(&file, key, dry_run)?;
                    config::set_in_store(&operations, setting, None, dry_run).await?.1 || in_file
                }
                // The file may be refused just because of it.
                Err(CommandError::Problem(problem)) if problem.kind == ProblemKind::Usage => {
                    config::unset(&file, key, dry_run)?
                }
                Err(error) => return Err(error),
            }
        } else {
            permit(context).await?;
            let removed = config::unset(&file, key, true)?;
            if removed && !dry_run {
                tell(context, key, false).await?;
                config::unset(&file, key, false)?;
            }
            removed
        };
        context.output.show(&json!({"key": self.key, "removed": removed, "dry_run": dry_run}), |page| {
            page.line(&match (removed, dry_run) {
                (true, false) => format!("{} has its default again", self.key),
                (true, true) => format!("{} would have its default again", self.key),
                (false, _) => format!("{} was not set", self.key),
            });
        })?;
        Ok(Exit::Success)
    }
}
