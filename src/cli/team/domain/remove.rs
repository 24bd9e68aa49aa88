//! `mcpgw team domain remove`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{EmailDomain, TeamSlug};
use crate::core::operation::team::remove_domain;

/// Arguments of `team domain remove`.
///
/// Who came into the team by their address stays in it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team domain remove web example.org")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// What stands behind the @
    #[arg(value_parser = EmailDomain::parse)]
    domain: EmailDomain,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let Self { team, domain, mutation } = self;
        let dry_run = mutation.dry_run;
        let operations = context.operations().await?;
        remove_domain(&operations, &team, domain.clone(), dry_run).await?;
        let result = json!({"team": team, "domain": domain, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let verb = if dry_run { "would not have" } else { "no longer has" };
            page.line(&format!("the team {team} {verb} the domain {domain}"));
        })?;
        Ok(Exit::Success)
    }
}
