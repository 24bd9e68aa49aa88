//! `mcpgw profile remove`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::ProfileName;
use crate::core::operation::profile::remove;

/// Arguments of `profile remove`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw profile remove cursor")]
pub(in crate::cli) struct Args {
    /// Which one
    #[arg(value_name = "PROFILE", value_parser = ProfileName::parse)]
    name: ProfileName,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        remove(&operations, &self.name, dry_run).await?;
        context.output.show(&json!({ "name": self.name, "dry_run": dry_run }), |page| {
            let (remove, revoke) = if dry_run { ("would remove", "revoke") } else { ("removed", "revoked") };
            page.line(&format!("{remove} the profile {}, and {revoke} its token", self.name));
        })?;
        Ok(Exit::Success)
    }
}
