//! `mcpgw audit show`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::audit::{people, show};
use crate::core::telling::audit as told;

/// Arguments of `audit show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw audit show 12
  mcpgw audit show 12 --field details")]
pub(in crate::cli) struct Args {
    /// The row's number, as audit list shows it
    #[arg(value_parser = clap::value_parser!(i64).range(1..))]
    seq: i64,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let row = show(&operations, self.seq).await?;
        let people = people(&operations).await?;
        context.output.show(&row, |page| page.pairs(told::pairs(&row, &people)))?;
        Ok(Exit::Success)
    }
}
