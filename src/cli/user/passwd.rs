//! `mcpgw user passwd`

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::cli::login::secret;
use crate::core::identity::is_short;
use crate::core::model::Secret;
use crate::core::operation::login::Admission;
use crate::core::operation::user::{NewSecretWord, Who, asks_for_present, expire, set_password};
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::user::View;

/// Arguments of `user passwd`.
///
/// Ends all logins of that user. Who is logged in gives their present password too, to change their own: with --password-stdin
/// it is the first line, and the new one the second. What a password must be like is set with `password.min_length` and the settings beside it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user passwd
  { pass show mcpgw; pass show mcpgw-new; } | mcpgw user passwd \\
      --password-stdin
  pass show bob | mcpgw user passwd bob@example.org --password-stdin --expire
  mcpgw user passwd bob@example.org --expire")]
pub(in crate::cli) struct Args {
    /// Whose: an email or id; you, if nobody is named
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Option<Who>,

    /// Read the password from stdin, after the present one where that is asked for
    #[arg(long)]
    password_stdin: bool,

    /// Have them choose another one at their next login; without --password-stdin, keep the present one until then
    #[arg(long)]
    expire: bool,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let who = self.who.unwrap_or(Who::Me);
        let (must_change, dry_run) = (self.expire, self.mutation.dry_run);
        let operations = context.operations_for(Admission::Password).await?;
        let only_expire = must_change && !self.password_stdin;
        let (account, switched) = if only_expire {
            (expire(&operations, &who, dry_run).await?, false)
        } else {
            let present = asks_for_present(&operations, &who).await?;
            let (present, word) = words(context, present, self.password_stdin).await?;
            let advised = is_short(word.reveal());
            let new = NewSecretWord { word, must_change };
            let done = set_password(&operations, &who, present, new, dry_run).await?;
            if advised {
                context.output.note("12 characters or more make a better password")?;
            }
            done
        };
        let view = View::new(&account, operations.clock.now());
        let result = serde_json::json!({
            "id": view.id, "email": view.email, "must_change_password": must_change, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let done = match (only_expire, dry_run) {
                (true, false) => "has to choose another password at the next login",
                (true, true) => "would have to choose another password at the next login",
                (false, false) => "has another password",
                (false, true) => "would have another password",
            };
            page.line(&format!("{} {done}", view.called()));
            if switched && !dry_run {
                page.remark("from now on everybody has to log in: mcpgw login");
            }
        })?;
        Ok(Exit::Success)
    }
}

/// The present password, where that is asked for, and the new one.
async fn words(
    context: &Context,
    present: bool,
    stdin: bool,
) -> Result<(Option<Secret<String>>, Secret<String>), CommandError> {
    if !present {
        return Ok((None, secret::chosen(context, "New password: ", stdin).await?));
    }
    if !stdin {
        let present = secret::known(context, "Present password: ", false).await?;
        return Ok((Some(present), secret::chosen(context, "New password: ", false).await?));
    }
    let mut lines = input::lines().await?.into_iter();
    if let (Some(present), Some(word)) = (lines.next(), lines.next()) {
        return Ok((Some(present), word));
    }
    let problem = Problem::new(ProblemKind::Usage, "to change your password takes the present one");
    Err(problem.hint("give two lines: the present password, then the new one").into())
}
