//! `mcpgw role delete`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{RoleName, TeamSlug};
use crate::core::operation::role::delete;

/// Arguments of `role delete`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw role delete caller --team web
  mcpgw role delete reader")]
pub(in crate::cli) struct Args {
    /// The role
    #[arg(value_parser = RoleName::parse)]
    name: RoleName,

    /// The team that has it; without one every team has it
    #[arg(long, value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        delete(&operations, &self.name, self.team.as_ref(), dry_run).await?;
        let result = json!({"name": self.name, "team": self.team, "dry_run": dry_run});
        context.output.show(&result, |page| {
            page.line(&format!(
                "{} the role {}",
                if dry_run { "would delete" } else { "deleted" },
                self.name
            ));
        })?;
        Ok(Exit::Success)
    }
}
