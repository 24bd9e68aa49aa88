//! The verbs of `mcpgw team member`.

use clap::Subcommand;

use super::{add, list, remove, set_role};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Put a user into a team
    Add(add::Args),
    /// List who is in a team
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Give a member another role
    SetRole(set_role::Args),
    /// Take somebody out of a team, or leave it
    #[command(visible_alias = "rm")]
    Remove(remove::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Add(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::SetRole(args) => args.run(context).await,
            Self::Remove(args) => args.run(context).await,
        }
    }
}
