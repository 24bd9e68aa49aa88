//! `mcpgw resource list`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::{ListArgs, list};
use crate::core::model::ListKind;

/// Arguments of `resource list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw resource list
  mcpgw resource list --server files --field name")]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    list: ListArgs,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        list(context, self.list, &[ListKind::Resources, ListKind::Templates], "no resources").await
    }
}
