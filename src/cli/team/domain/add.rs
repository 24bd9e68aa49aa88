//! `mcpgw team domain add`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{EmailDomain, TeamDomain, TeamSlug};
use crate::core::operation::team::set_domain;

/// Arguments of `team domain add`.
///
/// With --auto-join, whoever proves an address of the domain from then on comes into the team as a member, where there is room.
/// Today that is who accepts an invitation by somebody who may create users; an address that was only typed in proves nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team domain add web example.org
  mcpgw team domain add web example.org --auto-join")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// What stands behind the @
    #[arg(value_parser = EmailDomain::parse)]
    domain: EmailDomain,

    /// Let whoever proves such an address come into the team
    #[arg(long)]
    auto_join: bool,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let Self { team, domain, auto_join, mutation } = self;
        let dry_run = mutation.dry_run;
        let operations = context.operations().await?;
        let new = TeamDomain { domain: domain.clone(), auto_join };
        set_domain(&operations, &team, new, dry_run).await?;
        let result = json!({"team": team, "domain": domain, "auto_join": auto_join, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let verb = if dry_run { "would have" } else { "has" };
            page.line(&format!("the team {team} {verb} the domain {domain}"));
        })?;
        Ok(Exit::Success)
    }
}
