//! The verbs of `mcpgw resource`.

use clap::Subcommand;

use super::{list, read};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{EditArgs, SwitchArgs};
use crate::core::model::ListKind;

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List resources and templates as clients see them
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Print a resource's contents
    #[command(visible_alias = "get")]
    Read(read::Args),
    /// Let clients use a resource again
    #[command(after_help = "Examples:
  mcpgw resource enable files/file:///srv/notes/todo.md")]
    Enable(SwitchArgs),
    /// Keep a resource from all clients: it is neither listed nor read
    #[command(after_help = "Examples:
  mcpgw resource disable files/file:///srv/notes/todo.md")]
    Disable(SwitchArgs),
    /// Change who may see and use a resource
    #[command(after_help = "Examples:
  mcpgw resource edit files/file:///srv/notes/todo.md --visibility private
  mcpgw resource edit files/file:///srv/notes/todo.md --visibility inherit")]
    Edit(EditArgs),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Read(args) => args.run(context).await,
            Self::Enable(args) => args.run(context, ListKind::Resources, true).await,
            Self::Disable(args) => args.run(context, ListKind::Resources, false).await,
            Self::Edit(args) => args.run(context, ListKind::Resources).await,
        }
    }
}
