//! `mcpgw tool show`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::items::show;
use crate::core::model::ListKind;
use crate::core::operation::item::find_known;

/// Arguments of `tool show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw tool show files__read_file
  mcpgw tool show files/read_file --json")]
pub(in crate::cli) struct Args {
    /// The tool, as clients see it or as SERVER/TOOL
    #[arg(value_name = "NAME|SERVER/TOOL")]
    tool: String,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let target = find_known(&operations, ListKind::Tools, &self.tool).await?;
        show(context, &target)
    }
}
