//! `mcpgw login`

use serde_json::json;

use super::secret::known;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::model::Email;
use crate::core::operation::login::begin;
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};

/// Log in with email and password
///
/// What proves the login is kept in the system's keyring, or in a private file in the state directory; it ends when it is not used
/// for a while (`login.idle`), after some days (`login.lifetime`), and when your password, role or status changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw login
  mcpgw login --user ann@example.org
  pass show mcpgw | mcpgw login --user ann@example.org --password-stdin")]
pub(in crate::cli) struct LoginArgs {
    /// Who you are
    #[arg(long, value_name = "EMAIL", value_parser = Email::parse)]
    user: Option<Email>,

    /// Read the password from stdin
    #[arg(long, requires = "user")]
    password_stdin: bool,
}

impl LoginArgs {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let gate = context.gate().await?;
        let place = context.login_place(&gate.store)?;
        let email = match self.user {
            Some(email) => email,
            None => ask_email(context, "Email: ").await?,
        };
        let password = known(context, "Password: ", self.password_stdin).await?;
        let begun = begin(&gate, &place, &email, password).await?;
        let result = json!({
            "id": begun.login.id,
            "email": email,
            "expires_at": begun.login.expires_at,
            "must_change_password": begun.must_change,
        });
        context.output.show(&result, |page| {
            page.line(&format!("logged in as {email}"));
            if begun.must_change {
                page.remark("choose another password before anything else: mcpgw user passwd");
            }
        })?;
        Ok(Exit::Success)
    }
}

/// Asks for an email at the terminal.
pub(in crate::cli) async fn ask_email(context: &mut Context, question: &str) -> Result<Email, CommandError> {
    if context.asker().is_none() {
        let problem = Problem::new(ProblemKind::Usage, "an email is needed, and there is nobody to ask");
        return Err(problem.hint("mcpgw login --user EMAIL --password-stdin").into());
    }
    context.output.prompt(question)?;
    let answer = input::line().await?;
    Ok(Email::parse(&answer).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?)
}
