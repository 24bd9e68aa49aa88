//! `mcpgw team join cancel`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::team::join::cancel;

/// Arguments of `team join cancel`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team join cancel web")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let request = cancel(&operations, &self.team, dry_run).await?;
        let result = json!({"id": request.id, "team": self.team, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let verb = if dry_run { "would ask no more" } else { "asks no more" };
            page.line(&format!("{} {verb} to join the team {}", request.email, self.team));
        })?;
        Ok(Exit::Success)
    }
}
