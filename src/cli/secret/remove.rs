//! `mcpgw secret remove`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::SecretName;
use crate::core::operation::secret::remove;

/// Arguments of `secret remove`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw secret remove github
  mcpgw secret remove github --yes")]
pub(in crate::cli) struct Args {
    /// Its name
    #[arg(value_parser = SecretName::parse)]
    name: SecretName,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        remove(&operations, &self.name, true).await?;
        if !dry_run {
            context.confirm(&format!("Remove the secret {}?", self.name)).await?;
        }
        let removed = remove(&operations, &self.name, dry_run).await?.secret;
        let result = json!({"id": removed.id, "name": removed.name, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let verb = if dry_run { "would remove" } else { "removed" };
            page.line(&format!("{verb} the secret {}", removed.name));
        })?;
        Ok(Exit::Success)
    }
}
