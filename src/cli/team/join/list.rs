//! `mcpgw team join list`

use super::view::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{JoinState, TeamSlug};
use crate::core::operation::team::join::{own_requests, requests};

/// Arguments of `team join list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team join list
  mcpgw team join list web --all --json")]
pub(in crate::cli) struct Args {
    /// Who asks to come into this team; without it, what you asked for yourself
    #[arg(value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    /// Also those that were answered or taken back, or have expired
    #[arg(long)]
    all: bool,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let now = operations.clock.now();
        let mut listed = match &self.team {
            Some(team) => requests(&operations, team).await?,
            None => own_requests(&operations).await?,
        };
        // Who asks wants to know what became of it.
        let answers = self.all || self.team.is_none();
        listed.retain(|(_, request)| answers || request.state(now) == JoinState::Pending);
        let views: Vec<_> = listed.iter().map(|(team, request)| View::new(team, request, now)).collect();
        context.output.show(&views, |page| {
            if views.is_empty() {
                page.remark(match self.team {
                    Some(_) => "nobody asks to come in",
                    None => "you asked for no team; ask: mcpgw team join request TEAM",
                });
                return;
            }
            let rows = listed.iter().map(|(team, request)| {
                [
                    team.to_string(),
                    request.email.to_string(),
                    request.state(now).name().to_owned(),
                    request.full_name.clone(),
                    request.message.clone(),
                ]
            });
            page.table(["TEAM", "WHO ASKS", "STATE", "NAME", "MESSAGE"], rows);
        })?;
        Ok(Exit::Success)
    }
}
