//! `mcpgw man`

use std::io;

use clap::CommandFactory as _;

use super::command::Cli;
use super::context::Context;
use super::error::{CommandError, Exit};
use crate::core::problem::{Problem, ProblemKind};

/// Print a page of the manual
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw man | man -l -
  mcpgw man server add | man -l -")]
pub(super) struct ManArgs {
    /// The command whose page it is
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl ManArgs {
    pub(super) fn run(&self, context: &Context) -> Result<Exit, CommandError> {
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

/// Every page of the manual, by file name: `mcpgw.1`, `mcpgw-server-add.1` and so on.
pub fn manual_pages() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut pages = Vec::new();
    collect(&tree(), &mut pages)?;
    Ok(pages)
}

fn collect(command: &clap::Command, pages: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    pages.push((format!("{}.1", command.get_display_name().unwrap_or_default()), page(command)?));
    let shown = |command: &&clap::Command| !command.is_hide_set() && command.get_name() != "help";
    command.get_subcommands().filter(shown).try_for_each(|command| collect(command, pages))
}

/// The built tree knows each command's full name and the flags that all share.
fn tree() -> clap::Command {
    let mut command = Cli::command().display_name("mcpgw").disable_help_subcommand(true);
    command.build();
    command
}

fn page(command: &clap::Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
