//! `mcpgw team invite revoke`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, TeamSlug};
use crate::core::operation::team::invite::revoke;

/// Arguments of `team invite revoke`.
///
/// The code is worth nothing from then on. Who has accepted it is a member, whom `team member remove` takes out.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team invite revoke web ann@example.org")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Who was invited
    #[arg(value_parser = Email::parse)]
    email: Email,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let (team, invitation) = revoke(&operations, &self.team, self.email, dry_run).await?;
        let result = json!({
            "id": invitation.id, "team": team.slug, "email": invitation.email, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let verb = if dry_run { "would take back" } else { "took back" };
            page.line(&format!("{verb} the invitation of {} into the team {}", invitation.email, team.slug));
        })?;
        Ok(Exit::Success)
    }
}
