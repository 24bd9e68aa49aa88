//! `mcpgw team list`

use super::view::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::team::{Listed, list};
use crate::core::telling::team::status;

/// Arguments of `team list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team list
  mcpgw team list --field slug")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let teams = list(&operations).await?;
        let views: Vec<_> = teams.iter().map(View::from).collect();
        context.output.show(&views, |page| {
            let rows = teams.iter().map(|Listed { team, members, role }| {
                let role = role.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
                let members = members.map_or_else(|| "-".to_owned(), |members| members.to_string());
                [team.slug.to_string(), status(team).to_owned(), role, members, team.name.clone()]
            });
            page.table(["TEAM", "STATUS", "YOU ARE", "MEMBERS", "NAME"], rows);
        })?;
        Ok(Exit::Success)
    }
}
