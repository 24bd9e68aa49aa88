//! `mcpgw session kill`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::session::{self, Target};

/// Arguments of `session kill`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw session kill 4711
  mcpgw session kill 4711 --dry-run")]
pub(in crate::cli) struct Args {
    /// The session's id, or the id of its process
    #[arg(value_name = "ID|PID", value_parser = Target::parse)]
    session: Target,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let row = session::end(&operations, self.session, dry_run).await?;
        let result = json!({"id": row.id, "pid": row.process.pid, "dry_run": dry_run});
        context.output.show(&result, |page| {
            page.line(&format!(
                "{} session {}",
                if dry_run { "would end" } else { "ended" },
                row.process.pid
            ));
        })?;
        Ok(Exit::Success)
    }
}
