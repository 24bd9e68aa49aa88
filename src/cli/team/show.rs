//! `mcpgw team show`

use super::view::{View, status};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::most::{used_json, used_of};
use crate::core::model::TeamSlug;
use crate::core::operation::Calls;
use crate::core::operation::team::get;

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
            let mut pairs = vec![("team", team.slug.to_string()), ("name", team.name.clone())];
            if !team.description.is_empty() {
                pairs.push(("description", team.description.clone()));
            }
            pairs.push((
                "status",
                match team.status.until() {
                    Some(ends) => format!("{} until {ends}", status(team)),
                    None => status(team).to_owned(),
                },
            ));
            pairs.push(("kind", if team.personal_of.is_some() { "personal" } else { "shared" }.to_owned()));
            if team.discoverable {
                pairs.push(("found by", "everybody".to_owned()));
            }
            pairs.extend(listed.role.as_ref().map(|role| ("you are", role.to_string())));
            pairs.extend(listed.members.map(|members| ("members", members.to_string())));
            pairs.extend(calls.iter().flat_map(used_of));
            page.pairs(pairs);
        })?;
        Ok(Exit::Success)
    }
}
