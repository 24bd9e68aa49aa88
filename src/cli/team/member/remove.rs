//! `mcpgw team member remove`

use super::view::Outcome;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, TeamSlug};
use crate::core::operation::team::remove_member;

/// Arguments of `team member remove`.
///
/// The next call in a running session of theirs is refused. Who names themselves leaves the team.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team member remove web ann@example.org
  mcpgw team member remove web ann@example.org --yes")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// The member
    #[arg(value_parser = Email::parse)]
    email: Email,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        if !dry_run {
            remove_member(&operations, &self.team, self.email.clone(), true).await?;
            context.confirm(&format!("Remove {} from the team {}?", self.email, self.team)).await?;
        }
        let (team, member) = remove_member(&operations, &self.team, self.email.clone(), dry_run).await?;
        context.output.show(&Outcome::new(&member, true, dry_run), |page| {
            let verb = if dry_run { "would remove" } else { "removed" };
            page.line(&format!("{verb} {} from the team {}", self.email, team.slug));
        })?;
        Ok(Exit::Success)
    }
}
