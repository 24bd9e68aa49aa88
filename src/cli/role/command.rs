//! The verbs of `mcpgw role`.

use clap::Subcommand;

use super::{create, delete, edit, grant, list, revoke, show};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List roles and what they allow
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show what a role allows
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Make a role
    Create(create::Args),
    /// Change what a role allows
    Edit(edit::Args),
    /// Give somebody a role, in a team or everywhere
    Grant(grant::Args),
    /// Take a role from somebody
    Revoke(revoke::Args),
    /// Delete a role that nobody has
    #[command(visible_alias = "rm")]
    Delete(delete::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Edit(args) => args.run(context).await,
            Self::Grant(args) => args.run(context).await,
            Self::Revoke(args) => args.run(context).await,
            Self::Create(args) => args.run(context).await,
            Self::Delete(args) => args.run(context).await,
        }
    }
}
