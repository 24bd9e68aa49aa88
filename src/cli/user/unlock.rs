//! `mcpgw user unlock`

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::user::{Who, unlock};
use crate::core::telling::user::View;

/// Arguments of `user unlock`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user unlock ann@example.org")]
pub(in crate::cli) struct Args {
    /// Their email or id, or `me`
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Who,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let account = unlock(&operations, &self.who, dry_run).await?;
        let view = View::new(&account, operations.clock.now());
        let was_locked = view.locked_until.is_some();
        let result = serde_json::json!({ "id": view.id, "was_locked": was_locked, "dry_run": dry_run });
        context.output.show(&result, |page| {
            page.line(&match (was_locked, dry_run) {
                (true, false) => format!("unlocked {}", view.called()),
                (true, true) => format!("would unlock {}", view.called()),
                (false, _) => format!("{} was not locked out", view.called()),
            });
        })?;
        Ok(Exit::Success)
    }
}
