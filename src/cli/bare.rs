//! `mcpgw` alone: short help and status.

use std::os::fd::AsFd as _;

use clap::CommandFactory as _;

use super::command::Cli;
use super::context::Context;
use super::error::{CommandError, Exit};
use super::status::StatusArgs;
use crate::core::platform::is_stream;
use crate::core::problem::{Problem, ProblemKind};

/// What a person sees who types `mcpgw`; a client that forgot `stdio` is told so.
pub(super) async fn run(context: &mut Context) -> Result<Exit, CommandError> {
    if is_stream(std::io::stdin().as_fd()) {
        let problem = Problem::new(ProblemKind::Usage, "stdin is a pipe, and mcpgw was given no command");
        return Err(problem.hint("an MCP client starts: mcpgw stdio").into());
    }
    let help = Cli::command().render_help().to_string();
    context.output.raw(help.as_bytes())?;
    context.output.raw(b"\n")?;
    if context.paths.store_file().exists() {
        return StatusArgs::default().run(context).await;
    }
    context.output.raw(b"Start here:\n  mcpgw try\n  mcpgw server add NAME -- COMMAND [ARGS]\n")?;
    Ok(Exit::Success)
}
