//! The verbs of `mcpgw key`.

use clap::Subcommand;

use super::{export, import, list, rotate};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List the keys that sign tokens, or have signed some
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Sign with a new key from now on
    Rotate(rotate::Args),
    /// Sign with a key of your own from now on
    Import(import::Args),
    /// Print the public halves as a JWK set, or give a key away
    Export(export::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Rotate(args) => args.run(context).await,
            Self::Import(args) => args.run(context).await,
            Self::Export(args) => args.run(context).await,
        }
    }
}
