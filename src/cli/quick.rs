//! Reads the arguments of a session without building what all other commands take.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

use super::arguments::Global;
use super::command::{Cli, Command};
use super::stdio::StdioArgs;

/// The command that clients spawn, alone: the whole tree costs a session more memory and time than reading the store does.
#[derive(Debug, Parser)]
struct Quick {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Only,
}

#[derive(Debug, Subcommand)]
enum Only {
    Stdio(StdioArgs),
}

/// What `arguments` (with the program's name first) ask for.
pub(super) fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    if arguments.iter().any(|argument| argument == "stdio")
        && let Ok(Quick { global, command: Only::Stdio(args) }) = Quick::try_parse_from(arguments)
    {
        return Ok(Cli { global, command: Some(Command::Stdio(args)) });
    }
    // Help and mistakes are of the whole tree.
    Cli::try_parse_from(arguments)
}
