//! The verbs of `mcpgw audit`.

use clap::Subcommand;

use super::{list, show, verify};
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
    /// Check that nobody changed, removed or reordered rows
    Verify(verify::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Verify(args) => args.run(context).await,
        }
    }
}
