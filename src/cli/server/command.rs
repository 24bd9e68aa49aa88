//! The verbs of `mcpgw server`.

use clap::Subcommand;

use super::{add, add_json, edit, enable, list, logs, remove, restart, show, test};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Add a server: start it once, show what it offers, and keep both
    Add(add::Args),
    /// Add a server from the JSON of a client's configuration
    AddJson(add_json::Args),
    /// List servers
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show one server and what it offers
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Change a server; what is not named stays
    Edit(edit::Args),
    /// Start a server alone, and show each step
    Test(test::Args),
    /// Show what a server said on stderr, and what became of it
    Logs(logs::Args),
    /// Let sessions use a server again
    Enable(enable::EnableArgs),
    /// Keep a server, but let no session use it
    Disable(enable::DisableArgs),
    /// Run a server anew in every session that has it
    Restart(restart::Args),
    /// Remove a server and all that is kept about it
    #[command(visible_alias = "rm")]
    Remove(remove::Args),
}

impl Command {
    /// Whether it goes on until it is interrupted.
    pub(in crate::cli) fn is_endless(&self) -> bool {
        matches!(self, Self::Logs(args) if args.follows())
    }

    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Add(args) => args.run(context).await,
            Self::AddJson(args) => args.run(context).await,
            Self::Edit(args) => args.run(context).await,
            Self::Test(args) => args.run(context).await,
            Self::Logs(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Enable(args) => args.run(context).await,
            Self::Disable(args) => args.run(context).await,
            Self::Restart(args) => args.run(context).await,
            Self::Remove(args) => args.run(context).await,
        }
    }
}
