//! `mcpgw team suspend`

use super::resume::set;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{TeamSlug, TeamStatus};

/// Arguments of `team suspend`.
///
/// Nothing of the team is listed or can be called, also in sessions that run. All of it stays as it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team suspend web")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        set(context, &self.team, TeamStatus::Suspended, "suspend", self.mutation.dry_run).await
    }
}
