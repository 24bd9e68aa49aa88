//! The verbs of `mcpgw usage`.

use clap::Subcommand;

use super::report;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// The verbs.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Say how much was called, what came of it, and how long it took
    Report(report::Args),
}

impl Command {
    /// Whether it goes on until it is interrupted.
    pub(in crate::cli) fn is_endless(&self) -> bool {
        let Self::Report(args) = self;
        args.is_endless()
    }

    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let Self::Report(args) = self;
        args.run(context).await
    }
}
