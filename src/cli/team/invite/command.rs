//! The verbs of `mcpgw team invite`.

use clap::Subcommand;

use super::{accept, create, list, revoke};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Invite somebody into a team, who need not have an account
    Create(create::Args),
    /// List the invitations into a team
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Take an invitation back
    Revoke(revoke::Args),
    /// Accept an invitation
    Accept(accept::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Create(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Revoke(args) => args.run(context).await,
            Self::Accept(args) => args.run(context).await,
        }
    }
}
