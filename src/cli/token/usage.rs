//! `mcpgw token usage`

use std::time::Duration;

use crate::cli::arguments::duration;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::usage::{json, show};
use crate::core::operation::usage::of_token;
use crate::core::store::UsageBy;

/// Arguments of `token usage`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token usage ci
  mcpgw token usage ci --since 7d --json

What was called with it, and what came of that, by tool. The JSON is that of `mcpgw usage report --by tool`.")]
pub(in crate::cli) struct Args {
    /// Its id, or its name
    #[arg(value_name = "TOKEN")]
    token: String,

    /// Only calls of the last time, such as 12h or 7d; all that is kept by default
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    since: Option<Duration>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let report = of_token(&operations, &self.token, self.since).await?;
        let by = UsageBy::Tool;
        context.output.show(&json(&report, by), |page| show(&report, by, page))?;
        Ok(Exit::Success)
    }
}
