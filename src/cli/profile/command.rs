//! The verbs of `mcpgw profile`.

use clap::Subcommand;

use super::{create, list, remove};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Make a profile for a client, with a token of its own
    Create(Box<create::Args>),
    /// List profiles
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Remove a profile, and revoke its token
    #[command(visible_alias = "rm")]
    Remove(remove::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Create(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Remove(args) => args.run(context).await,
        }
    }
}
