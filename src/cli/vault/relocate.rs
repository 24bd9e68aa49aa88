//! `mcpgw vault move`

use serde_json::json;

use super::status::words;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::MasterSource;
use crate::core::operation::vault::relocate;
use crate::core::problem::Problem;
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
        let dry_run = self.mutation.dry_run;
        let moved = relocate(&operations, target, dry_run).await?;
        let stays = moved.from.is_some_and(|from| target.has(from));
        let from = moved.from.as_ref().map(MasterSource::name);
        context.output.show(&json!({ "from": from, "to": to }), |page| {
            page.line(&match (from, dry_run) {
                (Some(_), _) if stays => format!("the key is there already, kept by {}", words(to)),
                (Some(from), false) => format!("moved the key from {} to {}", words(from), words(to)),
                (Some(from), true) => format!("would move the key from {} to {}", words(from), words(to)),
                (None, false) => format!("made the key, kept by {}", words(to)),
                (None, true) => format!("would make the key, kept by {}", words(to)),
            });
        })?;
        if let Some(problem) = moved.left_behind {
            let message =
                format!("the key moved, and could not be taken from where it was: {}", problem.message);
            context.output.warn(&Problem { message, ..problem })?;
        }
        if let (Some(from), false) = (from, dry_run || stays) {
            let same = from == to && operations.launcher.vault.has_prepared_passphrase();
            context.output.note(match from {
                "passphrase" if same => {
                    "note: the passphrase is the same one: what gives it gave the old and the new one; to change it, move the key \
                     to file first"
                }
                "passphrase" => "note: copies and backups of the store from before open with the old passphrase",
                _ => "note: copies and backups of the store from before need the key that is gone now; make new ones",
            })?;
        }
        Ok(Exit::Success)
    }
}
