//! The verbs of `mcpgw session`.

use clap::Subcommand;

use super::{kill, list, show};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List the clients that are served now
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show one of them and how its servers are
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// End a session, with its servers
    Kill(kill::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Kill(args) => args.run(context).await,
        }
    }
}
