//! The verbs of `mcpgw prompt`.

use clap::Subcommand;

use super::{get, list};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{EditArgs, SwitchArgs};
use crate::core::model::ListKind;

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// List prompts as clients see them
    #[command(visible_alias = "ls")]
    List(list::Args),
    /// Fill in a prompt and print its messages
    Get(get::Args),
    /// Let clients use a prompt again
    #[command(after_help = "Examples:
  mcpgw prompt enable docs/summarise")]
    Enable(SwitchArgs),
    /// Keep a prompt from all clients: it is neither listed nor got
    #[command(after_help = "Examples:
  mcpgw prompt disable docs/summarise")]
    Disable(SwitchArgs),
    /// Change who may see and use a prompt
    #[command(after_help = "Examples:
  mcpgw prompt edit docs/summarise --visibility private
  mcpgw prompt edit docs/summarise --visibility inherit")]
    Edit(EditArgs),
}

impl Command {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self {
            Self::List(args) => args.run(context).await,
            Self::Get(args) => args.run(context).await,
            Self::Enable(args) => args.run(context, ListKind::Prompts, true).await,
            Self::Disable(args) => args.run(context, ListKind::Prompts, false).await,
            Self::Edit(args) => args.run(context, ListKind::Prompts).await,
        }
    }
}
