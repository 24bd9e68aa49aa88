//! The verbs of `mcpgw prompt`.

use clap::Subcommand;

use super::{get, list};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List prompts as clients see them
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Fill in a prompt and print its messages
    Get(get::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Get(args) => args.run(context).await,
        }
    }
}
