//! The verbs of `mcpgw team join`.

use clap::Subcommand;

use super::{approve, cancel, list, reject, request};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Ask to come into a team
    Request(request::Args),
    /// List who asks to come into a team, or what you asked for
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Let somebody in who asks
    Approve(approve::Args),
    /// Turn somebody away who asks
    Reject(reject::Args),
    /// Take back what you asked for
    Cancel(cancel::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Request(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Approve(args) => args.run(context).await,
            Self::Reject(args) => args.run(context).await,
            Self::Cancel(args) => args.run(context).await,
        }
    }
}
