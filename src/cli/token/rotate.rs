//! `mcpgw token rotate`

use std::time::Duration;

use super::create::show;
use super::scope::Ends;
use crate::cli::arguments::{Mutation, duration};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::token::rotate;
use crate::core::platform::limits;

/// Arguments of `token rotate`.
///
/// The new token is for the same, and lives as long as the old one was to. Where calls are limited, those of both count together.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token rotate ci --field token
  mcpgw token rotate ci --grace 10m")]
pub(in crate::cli) struct Args {
    /// Its id, or its name
    #[arg(value_name = "TOKEN")]
    token: String,

    /// How long the old one goes on working; without it, it stops now
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    grace: Option<Duration>,

    #[command(flatten)]
    ends: Ends,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        limits::no_core_dumps();
        let operations = context.operations().await?;
        let (grace, dry_run) = (self.grace.unwrap_or_default(), self.mutation.dry_run);
        let minted = rotate(&operations, &self.token, grace, self.ends.said(), dry_run).await?;
        show(context, &operations, &minted, dry_run).await
    }
}
