//! The verbs of `mcpgw team domain`.

use clap::Subcommand;

use super::{add, list, remove};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Say that addresses of a domain are those of a team's people
    Add(add::Args),
    /// List the domains of a team
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Take a domain from a team
    #[command(visible_alias = "rm")]
    Remove(remove::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Add(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Remove(args) => args.run(context).await,
        }
    }
}
