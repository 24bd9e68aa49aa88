//! `mcpgw server remove`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::ServerName;
use crate::core::operation::server;

/// Arguments of `server remove`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server remove files
  mcpgw server remove files --yes")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        server::get(&operations, &self.name).await?;
        if !dry_run {
            context.confirm(&format!("Remove the server {} and its variables?", self.name)).await?;
        }
        let removed = server::remove(&operations, &self.name, dry_run).await?;
        let result = json!({"id": removed.id, "name": removed.name, "dry_run": dry_run});
        context.output.show(&result, |page| {
            page.line(&format!("{} {}", if dry_run { "would remove" } else { "removed" }, removed.name));
        })?;
        Ok(Exit::Success)
    }
}
