//! `mcpgw prompt list`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{ListArgs, list};
use crate::core::model::ListKind;

/// Arguments of `prompt list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw prompt list
  mcpgw prompt list --server git --json")]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    list: ListArgs,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        list(context, self.list, &[ListKind::Prompts], "no prompts").await
    }
}
