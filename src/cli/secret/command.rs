//! The verbs of `mcpgw secret`.

use clap::Subcommand;

use super::rotate_key;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Seal everything anew under a new key
    RotateKey(rotate_key::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::RotateKey(args) => args.run(context).await,
        }
    }
}
