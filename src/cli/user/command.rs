//! The verbs of `mcpgw user`.

use clap::Subcommand;

use super::status::StatusArgs;
use super::{create, delete, edit, list, passwd, quota, recover, show, unlock};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::user::NewStatus;

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Create a user
    Create(create::Args),
    /// List users
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show a user
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Change a user's email, name or role
    Edit(edit::Args),
    /// Show or limit how many calls a user makes
    Quota(quota::Args),
    /// Let a user act no more, and end their logins
    #[command(after_help = "Examples:
  mcpgw user disable ann@example.org")]
    Disable(StatusArgs),
    /// Let a user act again who was disabled
    #[command(after_help = "Examples:
  mcpgw user enable ann@example.org")]
    Enable(StatusArgs),
    /// Let a user act who was created as pending
    #[command(after_help = "Examples:
  mcpgw user approve ann@example.org")]
    Approve(StatusArgs),
    /// Let a user log in again who had too many wrong passwords
    Unlock(unlock::Args),
    /// Delete a user with what only they could see
    #[command(visible_alias = "rm")]
    Delete(delete::Args),
    /// Choose another password
    Passwd(passwd::Args),
    /// Unlock an admin when no admin can: for whoever owns the store and opens its vault
    Recover(recover::Args),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::Create(args) => args.run(context).await,
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Edit(args) => args.run(context).await,
            Self::Quota(args) => args.run(context).await,
            Self::Disable(args) => args.run(context, NewStatus::Disabled).await,
            Self::Enable(args) => args.run(context, NewStatus::Enabled).await,
            Self::Approve(args) => args.run(context, NewStatus::Approved).await,
            Self::Unlock(args) => args.run(context).await,
            Self::Delete(args) => args.run(context).await,
            Self::Passwd(args) => args.run(context).await,
            Self::Recover(args) => args.run(context).await,
        }
    }
}
