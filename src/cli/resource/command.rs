//! The verbs of `mcpgw resource`.

use clap::Subcommand;

use super::{list, read};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List resources and templates as clients see them
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Print a resource's contents
    #[command(visible_alias = "get")]
    Read(read::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Read(args) => args.run(context).await,
        }
    }
}
