//! `mcpgw team member list`

use super::view::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::team::members;
use crate::core::telling::team::called;

/// Arguments of `team member list`.
///
/// Whose role has expired is not in the team any more.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team member list web
  mcpgw team member list web --field email")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let members = members(&operations, &self.team).await?;
        let views: Vec<_> = members.iter().map(View::from).collect();
        context.output.show(&views, |page| {
            let rows = members.iter().map(|member| {
                let until = member.expires_at.map_or_else(|| "-".to_owned(), |until| until.to_string());
                [called(member), member.role.to_string(), until, member.full_name.clone()]
            });
            page.table(["MEMBER", "ROLE", "UNTIL", "NAME"], rows);
        })?;
        Ok(Exit::Success)
    }
}
