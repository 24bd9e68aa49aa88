//! `mcpgw config path`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// Arguments of `config path`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw config path
  $EDITOR \"$(mcpgw config path)\"")]
pub(in crate::cli) struct Args {}

impl Args {
    #[expect(clippy::unused_self, reason = "every verb runs alike")]
    pub(super) fn run(self, context: &Context) -> Result<Exit, CommandError> {
        let path = context.paths.config_file.display().to_string();
        context.output.show(&json!({ "path": path }), |page| page.line(&path))?;
        Ok(Exit::Success)
    }
}
