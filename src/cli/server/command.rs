//! The verbs of `mcpgw server`.

use clap::Subcommand;

use super::{add, enable, list, remove, show};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Add a server: start it once, show what it offers, and keep both
    Add(add::Args),
    /// List servers
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show one server and what it offers
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Let sessions use a server again
    Enable(enable::EnableArgs),
    /// Keep a server, but let no session use it
    Disable(enable::DisableArgs),
    /// Remove a server and all that is kept about it
    #[command(visible_alias = "rm")]
    Remove(remove::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Add(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Enable(args) => args.run(context).await,
            Self::Disable(args) => args.run(context).await,
            Self::Remove(args) => args.run(context).await,
        }
    }
}
