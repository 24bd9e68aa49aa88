//! `mcpgw team join reject`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, TeamSlug};
use crate::core::operation::team::join::reject;

/// Arguments of `team join reject`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team join reject web ann@example.org")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Who asks
    #[arg(value_parser = Email::parse)]
    email: Email,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let request = reject(&operations, &self.team, self.email, dry_run).await?;
        let result = json!({"id": request.id, "team": self.team, "email": request.email, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let verb = if dry_run { "would turn" } else { "turned" };
            page.line(&format!("{verb} {} away from the team {}", request.email, self.team));
        })?;
        Ok(Exit::Success)
    }
}
