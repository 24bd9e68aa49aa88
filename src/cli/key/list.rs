//! `mcpgw key list`

use super::view::View;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::key::list;

/// Arguments of `key list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw key list
  mcpgw key list --json

One key signs new tokens. One that signed before is believed until it retires, and nothing that it has signed afterwards.")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let keys = list(&operations).await?;
        let now = operations.clock.now();
        let views: Vec<_> = keys.iter().map(|key| View::new(key, now)).collect();
        context.output.show(&views, |page| {
            if views.is_empty() {
                page.remark("no key yet: the first token makes one");
                return;
            }
            let rows = views.iter().map(|view| {
                let retires = view.retires_at.map_or_else(|| "-".to_owned(), |at| at.to_string());
                let algorithm = view.algorithm.name().to_owned();
                [view.kid.to_owned(), algorithm, view.state.to_owned(), view.created_at.to_string(), retires]
            });
            page.table(["KEY", "ALGORITHM", "STATE", "CREATED", "RETIRES"], rows);
        })?;
        Ok(Exit::Success)
    }
}
