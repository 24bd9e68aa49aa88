//! `mcpgw role revoke`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, RoleName, TeamSlug};
use crate::core::operation::role::{revoke_globally, revoke_in};

/// Arguments of `role revoke`.
///
/// Whose role in a team it was is not in the team any more. The last admin of the store, and the last owner of a team, stay that.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw role revoke platform_viewer ann@example.org
  mcpgw role revoke developer ann@example.org --team web")]
pub(in crate::cli) struct Args {
    /// The role
    #[arg(value_parser = RoleName::parse)]
    name: RoleName,

    /// The user
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// In this team
    #[arg(long, value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let Self { name, email, team, mutation } = self;
        let dry_run = mutation.dry_run;
        let operations = context.operations().await?;
        match &team {
            Some(team) => {
                revoke_in(&operations, team, name.clone(), email.clone(), dry_run).await?;
            }
            None => {
                revoke_globally(&operations, name.clone(), &email, dry_run).await?;
            }
        }
        let result = json!({"role": name, "email": email, "team": team, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let place =
                team.as_ref().map_or_else(|| "everywhere".to_owned(), |team| format!("in the team {team}"));
            page.line(&format!(
                "{email} {} {name} {place}",
                if dry_run { "would not be" } else { "is no more" }
            ));
        })?;
        Ok(Exit::Success)
    }
}
