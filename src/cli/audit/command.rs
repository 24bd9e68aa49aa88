//! The verbs of `mcpgw audit`.

use clap::Subcommand;

use super::{export, head, list, show, verify};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List what was done last
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show one row with all that is known of it
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Write all rows as lines of JSON
    Export(export::Args),
    /// Print the last row's number and hash, signed: keep it elsewhere, and rows up to it can't be changed unseen
    Head(head::Args),
    /// Check that nobody changed, removed or reordered rows
    Verify(verify::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Export(args) => args.run(context).await,
            Self::Head(args) => args.run(context).await,
            Self::Verify(args) => args.run(context).await,
        }
    }
}
