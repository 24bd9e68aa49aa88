//! The verbs of `mcpgw team`.

use clap::Subcommand;

use super::{create, delete, domain, edit, invite, join, list, member, quota, resume, show, suspend};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Make a team, which is yours
    Create(create::Args),
    /// List the teams that you are in, or may find
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show a team
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Change a team
    Edit(edit::Args),
    /// Delete a team
    #[command(visible_alias = "rm")]
    Delete(delete::Args),
    /// Stop serving all that a team has
    Suspend(suspend::Args),
    /// Serve what a team has again
    Resume(resume::Args),
    /// Show or set what a team may have and do
    Quota(quota::Args),
    /// Who is in a team: add, remove, list, set-role
    #[command(subcommand)]
    Member(member::Command),
    /// The addresses of a team's people: add, list, remove
    #[command(subcommand)]
    Domain(domain::Command),
    /// Let people into a team with a code: create, list, revoke, accept
    #[command(subcommand)]
    Invite(invite::Command),
    /// Let people in who ask: request, list, approve, reject, cancel
    #[command(subcommand)]
    Join(join::Command),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Create(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Edit(args) => args.run(context).await,
            Self::Delete(args) => args.run(context).await,
            Self::Suspend(args) => args.run(context).await,
            Self::Resume(args) => args.run(context).await,
            Self::Quota(args) => args.run(context).await,
            Self::Member(command) => command.run(context).await,
            Self::Domain(command) => command.run(context).await,
            Self::Invite(command) => command.run(context).await,
            Self::Join(command) => command.run(context).await,
        }
    }
}
