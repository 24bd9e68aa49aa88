//! The verbs of `mcpgw tool`.

use clap::Subcommand;

use super::{call, list, show};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{EditArgs, SwitchArgs};
use crate::core::model::ListKind;

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List tools as clients see them
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Show one tool with its arguments
    #[command(visible_alias = "get")]
    Show(show::Args),
    /// Call a tool
    Call(call::Args),
    /// Let clients use a tool again
    #[command(after_help = "Examples:
  mcpgw tool enable files/write_file")]
    Enable(SwitchArgs),
    /// Keep a tool from all clients: it is neither listed nor called
    #[command(after_help = "Examples:
  mcpgw tool disable files/write_file")]
    Disable(SwitchArgs),
    /// Change who may see and use a tool
    #[command(after_help = "Examples:
  mcpgw tool edit files/write_file --visibility private
  mcpgw tool edit files/write_file --visibility inherit")]
    Edit(EditArgs),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Show(args) => args.run(context).await,
            Self::Call(args) => args.run(context).await,
            Self::Enable(args) => args.run(context, ListKind::Tools, true).await,
            Self::Disable(args) => args.run(context, ListKind::Tools, false).await,
            Self::Edit(args) => args.run(context, ListKind::Tools).await,
        }
    }
}
