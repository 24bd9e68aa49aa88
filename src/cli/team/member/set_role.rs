//! `mcpgw team member set-role`

use std::time::Duration;

use super::view::Outcome;
use crate::cli::arguments::{Mutation, duration, from_now};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, RoleName, TeamSlug};
use crate::core::operation::team::change_member;
use crate::core::store::NewMember;

/// Arguments of `team member set-role`.
///
/// A team always keeps an active owner whose role never ends.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team member set-role web ann@example.org developer
  mcpgw team member set-role web ann@example.org owner --expires 7d")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// The member
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// The role: viewer, member, developer, owner, or one that was made here
    #[arg(value_parser = RoleName::parse)]
    role: RoleName,

    /// For so long only; without it the role never ends
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
        let done = change_member(&operations, &self.team, new, dry_run).await?;
        context.output.show(&Outcome::new(&done.member, done.changed, dry_run), |page| {
            let verb = match (done.changed, dry_run) {
                (true, false) => "is now",
                (true, true) => "would be",
                (false, _) => "is already",
            };
            page.line(&format!("{} {verb} {} in the team {}", self.email, done.member.role, self.team));
        })?;
        Ok(Exit::Success)
    }
}
