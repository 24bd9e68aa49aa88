//! `mcpgw team join approve`

use std::time::Duration;

use serde_json::json;

use crate::cli::arguments::{Mutation, duration, from_now};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, RoleName, TeamSlug};
use crate::core::operation::team::join::approve;

/// Arguments of `team join approve`.
///
/// Nobody grants what they lack in the team themselves.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team join approve web ann@example.org
  mcpgw team join approve web ann@example.org --role viewer --expires 30d")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Who asks
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// As what: viewer, member, developer, owner, or a role that was made here
    #[arg(long, default_value = "member", value_parser = RoleName::parse)]
    role: RoleName,

    /// For so long only
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    expires: Option<Duration>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let until = self.expires.map(from_now).transpose()?;
        let member =
            approve(&operations, &self.team, self.email.clone(), (self.role, until), dry_run).await?;
        let result = json!({
            "team": self.team,
            "user": member.user,
            "email": self.email,
            "role": member.role,
            "expires_at": member.expires_at,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let verb = if dry_run { "would let" } else { "let" };
            page.line(&format!("{verb} {} into the team {} as {}", self.email, self.team, member.role));
        })?;
        Ok(Exit::Success)
    }
}
