//! The verbs of `mcpgw secret`.

use clap::Subcommand;

use super::{grant, list, remove, rotate_key, set};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Make a secret, or give it another value
    Set(set::Args),
    /// List secrets, and never their values
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Let a server have your secret for `secret://me/NAME`
    Grant(grant::Args),
    /// Remove a secret
    #[command(visible_alias = "rm")]
    Remove(remove::Args),
    /// Seal everything anew under a new key
    RotateKey(rotate_key::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Set(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Grant(args) => args.run(context).await,
            Self::Remove(args) => args.run(context).await,
            Self::RotateKey(args) => args.run(context).await,
        }
    }
}
