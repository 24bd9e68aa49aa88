//! `mcpgw team resume`

use std::time::Duration;

use serde_json::json;

use crate::cli::arguments::{Mutation, duration, from_now};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{TeamSlug, TeamStatus};
use crate::core::operation::team::set_status;
use crate::core::telling::team::status;

/// Arguments of `team resume`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team resume web
  mcpgw team resume web --trial 30d")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// For so long only; then it is suspended again
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    trial: Option<Duration>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let new = match self.trial {
            Some(trial) => TeamStatus::Trial { ends: from_now(trial)? },
            None => TeamStatus::Active,
        };
        set(context, &self.team, new, "resume", self.mutation.dry_run).await
    }
}

/// Puts the team into the status `new`, which is what `verb` does.
pub(super) async fn set(
    context: &mut Context,
    team: &TeamSlug,
    new: TeamStatus,
    verb: &str,
    dry_run: bool,
) -> Result<Exit, CommandError> {
    let operations = context.operations().await?;
    let edited = set_status(&operations, team, new, dry_run).await?;
    let team = edited.team;
    let result = json!({
        "id": team.id,
        "slug": team.slug,
        "status": status(&team),
        "trial_ends": team.status.until(),
        "changed": edited.changed,
        "dry_run": dry_run,
    });
    context.output.show(&result, |page| {
        page.line(&match (edited.changed, dry_run) {
            (true, false) => {
                format!("{verb}{} the team {}", if verb.ends_with('e') { "d" } else { "ed" }, team.slug)
            }
            (true, true) => format!("would {verb} the team {}", team.slug),
            (false, _) => format!("the team {} is {} already", team.slug, status(&team)),
        });
    })?;
    Ok(Exit::Success)
}
