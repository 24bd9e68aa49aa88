//! `mcpgw man`

use super::page::{page, tree};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::problem::{Problem, ProblemKind};

/// Print a page of the manual
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw man | man -l -
  mcpgw man server add | man -l -")]
pub(in crate::cli) struct ManArgs {
    /// The command whose page it is
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl ManArgs {
    pub(in crate::cli) fn run(&self, context: &Context) -> Result<Exit, CommandError> {
        let mut command = tree();
        for name in &self.command {
            let found = command.find_subcommand(name).filter(|found| !found.is_hide_set()).cloned();
            command = found.ok_or_else(|| {
                Problem::new(ProblemKind::NotFound, format!("there is no command {}", self.command.join(" ")))
                    .hint("mcpgw --help")
            })?;
        }
        context.output.raw(&page(&command)?)?;
        Ok(Exit::Success)
    }
}
