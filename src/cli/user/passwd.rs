//! `mcpgw user passwd`

use super::view::View;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::login::secret;
use crate::core::identity::is_short;
use crate::core::operation::login::Admission;
use crate::core::operation::user::{NewSecretWord, Who, expire, set_password};
use crate::core::platform::limits;

/// Arguments of `user passwd`.
///
/// Ends all logins of that user. What a password must be like is set with `password.min_length` and the settings beside it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user passwd
  pass show bob | mcpgw user passwd bob@example.org --password-stdin --expire
  mcpgw user passwd bob@example.org --expire")]
pub(in crate::cli) struct Args {
    /// Whose: an email or id; you, if nobody is named
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Option<Who>,

    /// Read the password from stdin
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
            let word = secret::chosen(context, "New password: ", self.password_stdin).await?;
            let advised = is_short(word.reveal());
            let done = set_password(&operations, &who, NewSecretWord { word, must_change }, dry_run).await?;
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
