//! `mcpgw team invite create`

use std::time::Duration;

use serde_json::json;

use crate::cli::arguments::{Mutation, duration, from_now};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, RoleName, TeamSlug};
use crate::core::operation::team::invite::{Invite, Invited, create};
use crate::core::operation::user::owner_is_unprepared;

/// Arguments of `team invite create`.
///
/// Prints a code, once: who has it is in the team, so send it to nobody else. No mail is sent. What you may grant is looked at again
/// when the invitation is accepted.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team invite create web ann@example.org
  mcpgw team invite create web ann@example.org --role developer --expires 1d
  mcpgw team invite create web ann@example.org --field code")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Whom: they need no account
    #[arg(value_parser = Email::parse)]
    email: Email,

    /// As what: viewer, member, developer, owner, or a role that was made here
    #[arg(long, default_value = "member", value_parser = RoleName::parse)]
    role: RoleName,

    /// How long the invitation may be accepted
    #[arg(long, value_name = "DURATION", default_value = "7d", value_parser = duration)]
    expires: Duration,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let invite = Invite { email: self.email, role: self.role, until: from_now(self.expires)? };
        let Invited { invitation, code } = create(&operations, &self.team, invite, dry_run).await?;
        let result = json!({
            "id": (!dry_run).then_some(invitation.id),
            "team": self.team,
            "email": invitation.email,
            "role": invitation.role,
            "code": (!dry_run).then(|| code.reveal()),
            "expires_at": invitation.expires_at,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let (email, role) = (&invitation.email, &invitation.role);
            let verb = if dry_run { "would invite" } else { "invited" };
            page.line(&format!("{verb} {email} into the team {} as {role}", self.team));
            if !dry_run {
                page.line(&format!("code: {}", code.reveal()));
                page.remark(&format!(
                    "it is shown only now, and accepted once, until {}, with:",
                    invitation.expires_at
                ));
                page.remark("mcpgw team invite accept --code-stdin");
            }
        })?;
        if !dry_run && owner_is_unprepared(&operations).await? {
            context.output.note(
                "before somebody new can accept it, choose what you log in with yourself: mcpgw user edit me --email EMAIL, then mcpgw user passwd",
            )?;
        }
        Ok(Exit::Success)
    }
}
