//! The verbs of `mcpgw vault`.

use clap::Subcommand;

use super::{relocate, status};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Say who keeps the vault's key, and whether it opens
    Status(status::Args),
    /// Give the vault's key to another keeper
    Move(relocate::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Status(args) => args.run(context).await,
            Self::Move(args) => args.run(context).await,
        }
    }
}
