//! The verbs of `mcpgw tool`.

use clap::Subcommand;

use super::{call, list, show};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List tools as clients see them
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show one tool with its arguments
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Call a tool
    Call(call::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Call(args) => args.run(context).await,
        }
    }
}
