//! `mcpgw __example`: the example servers as processes of their own, for `mcpgw try`.

use std::io;

use clap::Subcommand;

use super::error::{CommandError, Exit};
use crate::core::clock::Clock;
use crate::core::example;

/// The servers.
#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum ExampleCommand {
    /// Reads files below the current directory
    Files,
    /// Tells time zones, and counts down
    Time,
}

impl ExampleCommand {
    /// Serves one client on stdin and stdout, until stdin ends.
    pub(crate) fn run(self) -> Result<Exit, CommandError> {
        let (input, output) = (io::stdin().lock(), io::stdout());
        match self {
            Self::Files => example::files(&std::env::current_dir()?, input, output)?,
            Self::Time => example::time(Clock::System, input, output)?,
        }
        Ok(Exit::Success)
    }
}
