//! `mcpgw team show`

use super::view::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::most::{used_json, used_of};
use crate::core::model::TeamSlug;
use crate::core::operation::Calls;
use crate::core::operation::team::get;
use crate::core::telling::team::pairs as told;

/// Arguments of `team show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team show web
  mcpgw team show web --field status")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let listed = get(&operations, &self.team).await?;
        let team = &listed.team;
        // How much is called is for those who know who is in it.
        let calls = listed.members.map(|_| Calls::of_team(&operations, team));
        let mut result = serde_json::to_value(View::from(&listed))?;
        result["calls"] = calls.as_ref().map(used_json).into();
        context.output.show(&result, |page| {
            let mut pairs = told(&listed);
            pairs.extend(calls.iter().flat_map(used_of));
            page.pairs(pairs);
        })?;
        Ok(Exit::Success)
    }
}
