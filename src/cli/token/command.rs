//! The verbs of `mcpgw token`.

use clap::Subcommand;

use super::{create, edit, list, revoke, rotate, show, usage, verify};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Make a token, and show it this once
    Create(Box<create::Args>),
    /// List tokens
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show what a token is for
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Change what a token is for, also while it is used
    Edit(Box<edit::Args>),
    /// Replace a token by another one for the same
    Rotate(rotate::Args),
    /// Have a token, or all of a user, stop working now
    Revoke(revoke::Args),
    /// Say what was called with a token, and what came of it
    Usage(usage::Args),
    /// Say whether a token is valid, and what it is for
    Verify(verify::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Create(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Edit(args) => args.run(context).await,
            Self::Rotate(args) => args.run(context).await,
            Self::Revoke(args) => args.run(context).await,
            Self::Usage(args) => args.run(context).await,
            Self::Verify(args) => args.run(context).await,
        }
    }
}
