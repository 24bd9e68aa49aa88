//! `mcpgw tool list`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{ListArgs, list};
use crate::core::model::ListKind;

/// Arguments of `tool list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw tool list
  mcpgw tool list --server files --refresh
  mcpgw tool list --field name")]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    list: ListArgs,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        list(context, self.list, &[ListKind::Tools], "no tools").await
    }
}
