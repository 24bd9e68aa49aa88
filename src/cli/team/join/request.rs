//! `mcpgw team join request`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::team::join::request;

/// Arguments of `team join request`.
///
/// `team list` shows the teams that may be found. Who owns the team answers within 7 days, or the request expires.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team join request web
  mcpgw team join request web --message 'I look after the shop'")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Why, for who answers
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    message: String,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let asked = request(&operations, &self.team, self.message, dry_run).await?;
        let result = json!({
            "id": (!dry_run).then_some(asked.id),
            "team": self.team,
            "expires_at": asked.expires_at,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let verb = if dry_run { "would ask" } else { "asked" };
            page.line(&format!("{verb} to join the team {}", self.team));
        })?;
        Ok(Exit::Success)
    }
}
