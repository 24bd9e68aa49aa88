//! `mcpgw team member add`

use std::time::Duration;

use super::view::Outcome;
use crate::cli::arguments::{Mutation, duration, from_now};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, RoleName, TeamSlug};
use crate::core::operation::team::add_member;
use crate::core::store::NewMember;

/// Arguments of `team member add`.
///
/// Nobody grants what they lack in the team themselves. An admin who decides on all teams may grant others what its owners may.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team member add web ann@example.org
  mcpgw team member add web ann@example.org --role developer
  mcpgw team member add web ann@example.org --role viewer --expires 30d")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// The user
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// As what: viewer, member, developer, owner, or a role that was made here
    #[arg(long, default_value = "member", value_parser = RoleName::parse)]
    role: RoleName,

    /// For so long only
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    expires: Option<Duration>,

    /// Grant yourself what you lack in the team, as an admin; the audit tells it
    #[arg(long, requires = "reason")]
    as_admin: bool,

    /// Why, for the audit
    #[arg(long, value_name = "TEXT", requires = "as_admin")]
    reason: Option<String>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let until = self.expires.map(from_now).transpose()?;
        let new = NewMember {
            email: self.email.clone(),
            role: self.role,
            until,
            as_admin: self.reason.filter(|_| self.as_admin),
        };
        let member = add_member(&operations, &self.team, new, dry_run).await?;
        context.output.show(&Outcome::new(&member, true, dry_run), |page| {
            let verb = if dry_run { "would add" } else { "added" };
            page.line(&format!("{verb} {} to the team {} as {}", self.email, self.team, member.role));
        })?;
        Ok(Exit::Success)
    }
}
