//! `mcpgw role grant`

use std::time::Duration;

use serde_json::json;

use crate::cli::arguments::{Mutation, duration, from_now};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, RoleName, TeamSlug};
use crate::core::operation::role::{grant_globally, grant_in};
use crate::core::store::NewMember;

/// Arguments of `role grant`.
///
/// With a team, they are that in the team, in place of what they are there now. Without one the role holds everywhere, beside
/// others that they have, and lets them use nothing. Nobody grants what they lack.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw role grant platform_viewer ann@example.org
  mcpgw role grant developer ann@example.org --team web --expires 30d")]
pub(in crate::cli) struct Args {
    /// The role
    #[arg(value_parser = RoleName::parse)]
    name: RoleName,

    /// The user
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// In this team
    #[arg(long, value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    /// For so long only
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    expires: Option<Duration>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let Self { name, email, team, expires, mutation } = self;
        let dry_run = mutation.dry_run;
        let operations = context.operations().await?;
        let until = expires.map(from_now).transpose()?;
        match &team {
            Some(team) => {
                let new = NewMember { email: email.clone(), role: name.clone(), until, as_admin: None };
                grant_in(&operations, team, new, dry_run).await?;
            }
            None => {
                grant_globally(&operations, name.clone(), &email, until, dry_run).await?;
            }
        }
        let result = json!({
            "role": name, "email": email, "team": team, "expires_at": until, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let place =
                team.as_ref().map_or_else(|| "everywhere".to_owned(), |team| format!("in the team {team}"));
            let end = until.map(|until| format!(", until {until}")).unwrap_or_default();
            page.line(&format!(
                "{email} {} {name} {place}{end}",
                if dry_run { "would be" } else { "is now" }
            ));
        })?;
        Ok(Exit::Success)
    }
}
