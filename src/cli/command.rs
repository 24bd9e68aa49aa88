//! The command tree.

use std::future::Future;

use clap::{Parser, Subcommand};

use super::arguments::Global;
use super::context::Context;
use super::error::{CommandError, Exit};
use super::example::ExampleCommand;
use super::stdio::StdioArgs;
use super::try_demo::TryArgs;
use super::{config, server};
use crate::core::problem::{Problem, ProblemKind};

/// Many MCP servers behind one.
#[derive(Debug, Parser)]
#[command(name = "mcpgw", version, max_term_width = 100, propagate_version = false)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The nouns.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Stdio(StdioArgs),
    Try(TryArgs),
    /// Servers behind mcpgw: add, list, change, try
    #[command(subcommand)]
    Server(server::Command),
    /// Settings
    #[command(subcommand)]
    Config(config::Command),
    /// The servers that `try` shows
    #[command(name = "__example", hide = true, subcommand)]
    Example(ExampleCommand),
}

impl Cli {
    /// Runs the command.
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        match self.command {
            Command::Stdio(command) => command.run(context).await,
            Command::Server(command) => interruptible(command.run(context)).await,
            Command::Config(command) => command.run(context),
            Command::Try(command) => command.run(context).await,
            Command::Example(command) => command.run(),
        }
    }
}

/// Gives `command` up when the person interrupts it; whatever it started ends with it.
async fn interruptible(
    command: impl Future<Output = Result<Exit, CommandError>>,
) -> Result<Exit, CommandError> {
    tokio::select! {
        outcome = command => outcome,
        Ok(()) = tokio::signal::ctrl_c() => Err(Problem::new(ProblemKind::Cancelled, "interrupted").into()),
    }
}
