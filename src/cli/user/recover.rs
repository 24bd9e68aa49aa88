//! `mcpgw user recover`

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::Email;
use crate::core::operation::user::recover;
use crate::core::problem::{Problem, ProblemKind};

/// Arguments of `user recover`.
///
/// Needs no login, but a terminal, the account that owns the store, and what opens the vault.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user recover ann@example.org")]
pub(in crate::cli) struct Args {
    /// The email of an admin who is locked out
    #[arg(value_parser = Email::parse)]
    email: Email,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        if context.asker().is_none() {
            let problem = Problem::new(ProblemKind::Usage, "this needs a person at a terminal");
            return Err(problem.into());
        }
        let (email, dry_run) = (self.email, self.mutation.dry_run);
        let gate = context.gate().await?;
        let vault = context.vault(&gate.store, &context.paths.data_dir, &gate.settings)?;
        recover(&gate, &vault, &email, true).await?;
        if !dry_run {
            context.confirm(&format!("Unlock {email}?")).await?;
            recover(&gate, &vault, &email, false).await?;
        }
        context.output.show(&serde_json::json!({ "email": email, "dry_run": dry_run }), |page| {
            let verb = if dry_run { "would unlock" } else { "unlocked" };
            page.line(&format!("{verb} {email}"));
        })?;
        Ok(Exit::Success)
    }
}
