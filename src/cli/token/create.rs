//! `mcpgw token create`

use serde_json::json;

use super::scope::{Ends, Scope};
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::input;
use crate::core::model::Token;
use crate::core::operation::token::{Expiry, Minted, NewToken, create};
use crate::core::operation::user::Who;
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::token::{Names, lines};

/// Arguments of `token create`.
///
/// A token lets its user use what they may use, and nothing else: whatever is to be managed with it has to be named.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token create --name ci --server github --tool 'github__get_*' \\
      --expires 7d
  umask 077; mcpgw token create --name cursor --no-expiry --field token \\
      > cursor.token
  mcpgw token create --name agent --team web --days mon-fri \\
      --hours 09:00-18:00 --zone Europe/Berlin
  mcpgw token create --name deploy --permission servers.read \\
      --permission servers.edit

The token is shown this once. Use it with --token-file FILE, MCPGW_TOKEN or MCPGW_TOKEN_FILE.")]
pub(in crate::cli) struct Args {
    /// What to call it
    #[arg(long, value_name = "NAME", default_value = "token")]
    name: String,

    /// Whose it is: a service of a team of yours
    #[arg(long, value_name = "EMAIL", value_parser = Who::parse)]
    user: Option<Who>,

    #[command(flatten)]
    ends: Ends,

    /// Take a credential over that was made elsewhere, from stdin: 32 characters at least
    #[arg(long)]
    import_stdin: bool,

    #[command(flatten)]
    mutation: Mutation,

    #[command(flatten)]
    scope: Scope,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let operations = context.operations().await?;
        let imported = if self.import_stdin { Some(input::password().await?) } else { None };
        let dry_run = self.mutation.dry_run;
        let expiry = self.ends.said().unwrap_or(Expiry::Usual);
        let scope = self.scope.flags().await?;
        let new = NewToken { name: self.name, user: self.user, scope, expiry, imported };
        let minted = create(&operations, new, dry_run).await?;
        show(context, &operations, &minted, dry_run).await
    }
}

/// Shows a token this once.
pub(super) async fn show(
    context: &mut Context,
    operations: &crate::core::operation::Context,
    minted: &Minted,
    dry_run: bool,
) -> Result<Exit, CommandError> {
    context.tell_keeper(operations).await?;
    let Minted { token, text } = minted;
    let scope = Names::new(operations).await?.scope(token);
    let mut result = json!({
        "id": token.id, "jti": token.id, "name": token.name, "token": null, "expires_at": token.expires_at,
        "ends_at": token.ends_at(), "scope": scope,
    });
    match text {
        Some(text) => result["token"] = json!(text.reveal()),
        None if dry_run => result["dry_run"] = json!(true),
        None => {}
    }
    let shown = context.output.show(&result, |page| {
        if let Some(text) = text {
            page.line(text.reveal());
        }
        let verb = if dry_run { "would make" } else { "made" };
        let ends = token.ends_at().map_or_else(|| "never ends".to_owned(), |at| format!("ends at {at}"));
        page.remark(&format!("{verb} the token {} ({}), which {ends}", token.name, token.id));
        for line in &lines(&scope) {
            page.remark(line);
        }
        if text.is_some() {
            page.remark("nobody sees it again: keep it now");
        }
    });
    shown.map_err(|error| if text.is_some() { unseen(error, token) } else { error })?;
    Ok(Exit::Success)
}

/// Nobody has what was to be shown this once.
fn unseen(error: CommandError, token: &Token) -> CommandError {
    let problem = match error {
        CommandError::Problem(problem) => problem,
        CommandError::BrokenPipe => Problem::new(ProblemKind::Failed, "nobody read the output"),
    };
    problem
        .hint(format!("nobody has the token {} that was made: mcpgw token revoke {}", token.name, token.id))
        .into()
}
