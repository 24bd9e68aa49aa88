//! Pages of the manual.

use std::io;

use clap::CommandFactory as _;
use clap::builder::Resettable;

use super::extra;
use crate::cli::command::Cli;

/// What the foot of each page says.
const SOURCE: &str = concat!("mcpgw ", env!("CARGO_PKG_VERSION"));
/// An empty one would be left out, and the rest of the title would be taken for it.
const NO_DATE: &str = " ";

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
pub(super) fn tree() -> clap::Command {
    let mut command = Cli::command().display_name("mcpgw").disable_help_subcommand(true);
    command.build();
    command
}

/// One command's page.
///
/// The generator's own synopsis names options without their values and leaves `--` out, and it fills the lines of examples:
/// the synopsis is the usage that the help shows, and what follows the options in the help is rendered here.
pub(super) fn page(command: &clap::Command) -> io::Result<Vec<u8>> {
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    let command = command.clone().override_usage(usage).after_help(Resettable::Reset);
    let mut page = Vec::new();
    clap_mangen::Man::new(command).date(NO_DATE).source(SOURCE).manual("mcpgw manual").render(&mut page)?;
    page.extend_from_slice(extra::sections(&after).as_bytes());
    Ok(page)
}
