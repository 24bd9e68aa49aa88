//! `mcpgw team invite list`

use serde::Serialize;

use super::view::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, InvitationState, TeamSlug};
use crate::core::operation::team::invite::{Listed, list};

/// Arguments of `team invite list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team invite list web
  mcpgw team invite list web --all --json")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Also those that were accepted or taken back, or have expired
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    view: View<'a>,
    invited_by: Option<&'a Email>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let now = operations.clock.now();
        let mut listed = list(&operations, &self.team).await?;
        listed.retain(|listed| self.all || listed.invitation.state(now) == InvitationState::Open);
        let lines: Vec<_> = listed
            .iter()
            .map(|Listed { invitation, inviter }| Line {
                view: View::new(invitation, now),
                invited_by: inviter.as_ref(),
            })
            .collect();
        context.output.show(&lines, |page| {
            if lines.is_empty() {
                let team = &self.team;
                page.remark(&format!("no invitation; make one: mcpgw team invite create {team} EMAIL"));
                return;
            }
            let rows = listed.iter().map(|Listed { invitation, inviter }| {
                [
                    invitation.email.to_string(),
                    invitation.role.to_string(),
                    invitation.state(now).name().to_owned(),
                    invitation.expires_at.to_string(),
                    inviter.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string),
                ]
            });
            page.table(["INVITED", "ROLE", "STATE", "UNTIL", "BY"], rows);
        })?;
        Ok(Exit::Success)
    }
}
