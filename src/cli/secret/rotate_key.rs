//! `mcpgw secret rotate-key`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::vault::{Rotated, rotate};
use crate::core::problem::Problem;

/// Arguments of `secret rotate-key`.
///
/// All values change in one transaction: whatever interrupts it, every value can be opened. Who keeps the master key stays as
/// it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw secret rotate-key
  mcpgw secret rotate-key --dry-run")]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let Rotated { count, left_behind } = rotate(&operations, self.mutation.dry_run).await?;
        let verb = if self.mutation.dry_run { "would seal" } else { "sealed" };
        context.output.show(&json!({ "sealed_values": count }), |page| {
            page.line(&match count {
                0 => "nothing is sealed yet".to_owned(),
                1 => format!("{verb} 1 value anew"),
                count => format!("{verb} {count} values anew"),
            });
        })?;
        if let Some(problem) = left_behind {
            let message = format!(
                "the key changed, and what it replaced may still be in the file: {}",
                problem.message
            );
            context.output.warn(&Problem { message, ..problem })?;
        }
        Ok(Exit::Success)
    }
}
