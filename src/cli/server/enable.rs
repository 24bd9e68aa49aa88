//! `mcpgw server enable` and `mcpgw server disable`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::ServerName;
use crate::core::operation::server;

/// Arguments of `server enable`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server enable files")]
pub(in crate::cli) struct EnableArgs {
    #[command(flatten)]
    target: Target,
}

/// Arguments of `server disable`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server disable files")]
pub(in crate::cli) struct DisableArgs {
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, clap::Args)]
struct Target {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,
    #[command(flatten)]
    mutation: Mutation,
}

impl EnableArgs {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        self.target.switch(context, true).await
    }
}

impl DisableArgs {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        self.target.switch(context, false).await
    }
}

impl Target {
    async fn switch(self, context: &mut Context, enabled: bool) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let changed = server::set_enabled(&operations, &self.name, enabled, dry_run).await?;
        let result = json!({"name": self.name, "enabled": enabled, "changed": changed, "dry_run": dry_run});
        context.output.show(&result, |page| {
            let done = if enabled { "enabled" } else { "disabled" };
            page.line(&match (changed, dry_run) {
                (true, false) => format!("{done} {}", self.name),
                (true, true) => format!("{} would be {done}", self.name),
                (false, _) => format!("{} is {done} already", self.name),
            });
        })?;
        Ok(Exit::Success)
    }
}
