//! `mcpgw team invite accept`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::cli::login::secret;
use crate::core::identity::InviteCode;
use crate::core::model::{Secret, UserStatus};
use crate::core::operation::login::{Acting, Admission, Gate};
use crate::core::operation::team::invite::{Entry, Offer, accept, look};
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::Accepted;

/// Arguments of `team invite accept`.
///
/// Who has an account is logged in with it, or is asked for its password. Who has none chooses a password, and gets one; where who
/// sent the invitation may not create users, an admin approves it first (`users.invite_creates`).
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team invite accept --code-stdin
  mcpgw team invite accept 0f4a --name 'Ann Example'
  (cat code; pass show mcpgw) | mcpgw team invite accept \\
      --code-stdin --password-stdin")]
#[command(group = clap::ArgGroup::new("source").required(true))]
pub(in crate::cli) struct Args {
    /// The code, which others on this machine may see here while the command runs
    #[arg(group = "source")]
    code: Option<String>,

    /// Read the code from stdin: the first line
    #[arg(long, group = "source")]
    code_stdin: bool,

    /// Read the password from stdin: the line after the code, or the first one
    #[arg(long)]
    password_stdin: bool,

    /// Your name, for a new account
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(mut self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let (code, given) = self.said().await?;
        let code = InviteCode::parse(code.reveal())
            .map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
        let gate = context.gate().await?;
        let offer = look(&gate, &code).await?;
        let entry = self.entry(context, &offer, acting(context, &gate, &offer).await?, given).await?;
        let dry_run = self.mutation.dry_run;
        let accepted = accept(&gate, &code, &offer, entry, (context.lagging(), dry_run)).await?;
        show(context, &accepted, &offer, dry_run)?;
        Ok(Exit::Success)
    }

    /// The code, and the password if it comes from stdin too.
    async fn said(&mut self) -> Result<(Secret<String>, Option<Secret<String>>), CommandError> {
        let mut lines =
            if self.code_stdin || self.password_stdin { input::lines().await? } else { Vec::new() };
        lines.reverse();
        let code = match self.code.take() {
            Some(code) => Secret::new(code),
            None => lines.pop().unwrap_or_else(|| Secret::new(String::new())),
        };
        let password = if self.password_stdin {
            Some(lines.pop().unwrap_or_else(|| Secret::new(String::new())))
        } else {
            None
        };
        Ok((code, password))
    }

    /// How who is invited shows that they are that.
    async fn entry(
        &self,
        context: &Context,
        offer: &Offer,
        acting: Option<Acting>,
        given: Option<Secret<String>>,
    ) -> Result<Entry, CommandError> {
        let email = &offer.invitation.email;
        if let Some(acting) = acting {
            return Ok(Entry::Acting(Box::new(acting)));
        }
        let password = match (given, offer.has_account) {
            (Some(password), _) => password,
            (None, true) => secret::known(context, &format!("Password of {email}: "), false).await?,
            (None, false) => {
                secret::chosen(context, &format!("Choose a password for {email}: "), false).await?
            }
        };
        if offer.has_account {
            return Ok(Entry::Password(password));
        }
        Ok(Entry::New { full_name: self.name.clone(), password })
    }
}

/// Who acts here, where that says who accepts: a login does, whosever it is; the owner of a store where nobody logs in may have
/// been handed the code by somebody who has no account yet.
async fn acting(context: &Context, gate: &Gate, offer: &Offer) -> Result<Option<Acting>, CommandError> {
    match context.identify(gate, Admission::Full).await {
        Ok(acting) if !acting.tokens.is_empty() => {
            Err(Problem::new(ProblemKind::Denied, "a token accepts no invitation: that takes a login").into())
        }
        Ok(acting) if acting.login.is_some() => Ok(Some(acting)),
        Ok(acting) => {
            Ok(Some(acting).filter(|acting| acting.user.email.as_ref() == Some(&offer.invitation.email)))
        }
        Err(CommandError::Problem(problem)) if problem.kind == ProblemKind::Unauthenticated => Ok(None),
        Err(error) => Err(error),
    }
}

fn show(context: &Context, accepted: &Accepted, offer: &Offer, dry_run: bool) -> Result<(), CommandError> {
    let Accepted { team, member, joined, created, switched } = accepted;
    let email = &offer.invitation.email;
    let result = json!({
        "team": team.slug,
        "email": email,
        "role": member.role,
        "joined": joined,
        "user": (!dry_run || !created).then_some(member.user),
        "created": created,
        "status": member.status,
        "login_required": switched,
        "dry_run": dry_run,
    });
    context.output.show(&result, |page| {
        let (made, is) = if dry_run { ("would make", "would be") } else { ("made", "is now") };
        if *created {
            page.line(&format!("{made} an account for {email}"));
        }
        page.line(&format!("{email} {is} {} in the team {}", member.role, team.slug));
        for team in joined {
            page.line(&format!("{email} {is} member in the team {team}, by the address"));
        }
        if member.status == UserStatus::Pending {
            page.remark("an admin approves the account first: mcpgw user approve");
        } else if *created && !dry_run {
            page.remark(&format!("log in: mcpgw login --user {email}"));
        }
        if *switched && !dry_run {
            page.remark("from now on everybody has to log in: mcpgw login");
        }
    })
}
