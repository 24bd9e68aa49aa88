//! `mcpgw secret remove`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::SecretName;
use crate::core::operation::secret::{Removed, remove};

/// Arguments of `secret remove`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw secret remove github
  mcpgw secret remove github --yes
  mcpgw secret remove github --force")]
pub(in crate::cli) struct Args {
    /// Its name
    #[arg(value_parser = SecretName::parse)]
    name: SecretName,
    #[command(flatten)]
    mutation: Mutation,

    /// Remove it even if servers use it; they won't start
    #[arg(long)]
    force: bool,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        if !self.force && !dry_run {
            remove(&operations, &self.name, false, true).await?;
            context.confirm(&format!("Remove the secret {}?", self.name)).await?;
        }
        let Removed { secret: removed, users } = remove(&operations, &self.name, self.force, dry_run).await?;
        let result = json!({"id": removed.id, "name": removed.name, "used_by": users, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let verb = if dry_run { "would remove" } else { "removed" };
            page.line(&format!("{verb} the secret {}", removed.name));
            for user in &users {
                page.line(&format!("{user} uses it, and does not start without it"));
            }
        })?;
        Ok(Exit::Success)
    }
}
