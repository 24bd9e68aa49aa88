//! `mcpgw secret remove`

use serde_json::json;

use super::whose::WhoseArgs;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::SecretName;
use crate::core::operation::secret::{Removed, remove};

/// Arguments of `secret remove`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw secret remove github
  mcpgw secret remove github --team web --yes
  mcpgw secret remove github --force")]
pub(in crate::cli) struct Args {
    /// Its name
    #[arg(value_parser = SecretName::parse)]
    name: SecretName,
    #[command(flatten)]
    whose: WhoseArgs,

    #[command(flatten)]
    mutation: Mutation,

    /// Remove it even if servers use it; they won't start
    #[arg(long)]
    force: bool,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let (whose, dry_run) = (self.whose.whose(), self.mutation.dry_run);
        let operations = context.operations().await?;
        if !self.force && !dry_run {
            remove(&operations, &whose, &self.name, false, true).await?;
            context.confirm(&format!("Remove the secret {}?", self.name)).await?;
        }
        let done = remove(&operations, &whose, &self.name, self.force, dry_run).await?;
        let Removed { secret: removed, users } = done;
        let result = json!({
            "id": removed.id,
            "name": removed.name,
            "used_by": users.known,
            "used_by_others": users.others,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let verb = if dry_run { "would remove" } else { "removed" };
            page.line(&format!("{verb} the secret {}", removed.name));
            for user in &users.known {
                page.line(&format!("{user} uses it, and does not start without it"));
            }
            if users.others {
                page.line("servers of others use it, and do not start without it");
            }
        })?;
        Ok(Exit::Success)
    }
}
