//! `mcpgw team domain list`

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{EmailDomain, TeamSlug};
use crate::core::operation::team::domains;

/// Arguments of `team domain list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team domain list web")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,
}

#[derive(Debug, Serialize)]
struct View<'a> {
    domain: &'a EmailDomain,
    auto_join: bool,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let listed = domains(&operations, &self.team).await?;
        let views: Vec<_> =
            listed.iter().map(|one| View { domain: &one.domain, auto_join: one.auto_join }).collect();
        context.output.show(&views, |page| {
            if views.is_empty() {
                let team = &self.team;
                page.remark(&format!("no domain; add one: mcpgw team domain add {team} DOMAIN"));
                return;
            }
            let joins = |auto_join| if auto_join { "yes" } else { "no" };
            let rows = listed.iter().map(|one| [one.domain.to_string(), joins(one.auto_join).to_owned()]);
            page.table(["DOMAIN", "AUTO-JOIN"], rows);
        })?;
        Ok(Exit::Success)
    }
}
