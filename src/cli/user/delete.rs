//! `mcpgw user delete`

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::user::{Who, delete};
use crate::core::telling::user::View;

/// Arguments of `user delete`.
///
/// What they put into teams stays there. What only they could see goes with them, unless somebody else gets it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user delete bob@example.org
  mcpgw user delete bob@example.org --transfer-to ann@example.org --yes")]
pub(in crate::cli) struct Args {
    /// Their email or id
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Who,

    /// Who gets what only they could see
    #[arg(long, value_name = "EMAIL", value_parser = Who::parse)]
    transfer_to: Option<Who>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let heir = self.transfer_to.as_ref();
        if !dry_run {
            let account = delete(&operations, &self.who, heir, true).await?;
            let view = View::new(&account, operations.clock.now());
            context.confirm(&format!("Delete the user {}?", view.called())).await?;
        }
        let account = delete(&operations, &self.who, heir, dry_run).await?;
        let view = View::new(&account, operations.clock.now());
        context.output.show(&view, |page| {
            let verb = if dry_run { "would delete" } else { "deleted" };
            page.line(&format!("{verb} the user {}", view.called()));
        })?;
        Ok(Exit::Success)
    }
}
