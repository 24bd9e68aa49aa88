//! The verbs of `mcpgw role`.

use clap::Subcommand;

use super::{create, delete, list};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List roles and what they allow
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Make a role
    Create(create::Args),
    /// Delete a role that nobody has
    #[command(visible_alias = "rm")]
    Delete(delete::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Create(args) => args.run(context).await,
            Self::Delete(args) => args.run(context).await,
        }
    }
}
