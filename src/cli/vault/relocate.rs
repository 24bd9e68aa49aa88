//! `mcpgw vault move`

use serde_json::json;

use super::status::words;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::vault::relocate;
use crate::core::vault::Target;

/// Arguments of `vault move`.
///
/// Sealed values stay as they are; only the key that opens them changes hands. A passphrase is asked for on the terminal, or
/// comes from `MCPGW_VAULT_PASSPHRASE_FILE` or the setting `vault.passphrase_command`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw vault move --to os
  mcpgw vault move --to passphrase
  mcpgw vault move --to file --dry-run")]
pub(in crate::cli) struct Args {
    /// The new keeper
    #[arg(long, value_name = "KEEPER")]
    to: To,
    #[command(flatten)]
    mutation: Mutation,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum To {
    /// The system's keyring
    Os,
    /// The file vault.key beside the store, readable by you only
    File,
    /// A passphrase of yours
    Passphrase,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let (target, to) = match self.to {
            To::Os => (Target::Os, "os"),
            To::File => (Target::File, "file"),
            To::Passphrase => (Target::Passphrase, "passphrase"),
        };
        let operations = context.operations().await?;
        let moved = relocate(&operations, target, self.mutation.dry_run).await?;
        let verb = if self.mutation.dry_run { "would move" } else { "moved" };
        context.output.show(&json!({ "from": moved.from.name(), "to": to }), |page| {
            page.line(&format!("{verb} the key from {} to {}", words(moved.from.name()), words(to)));
        })?;
        Ok(Exit::Success)
    }
}
