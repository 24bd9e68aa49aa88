//! `mcpgw audit list`

use std::time::Duration;

use crate::cli::arguments::duration;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::audit::{Query, list, people};
use crate::core::operation::user::Who;
use crate::core::telling::audit as told;

/// Arguments of `audit list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw audit list
  mcpgw audit list --since 7d --action server
  mcpgw audit list --action secret.grant --limit 1000 --format jsonl

Each element of the JSON has: seq, at, actor (a user's id), via (owner, login, token, nobody), uid, pid, parent (the program \
that started mcpgw), client (of MCP), action, target {kind, id, name}, outcome (done, denied, failed), reason, details, count, \
hash. No value that may be secret is ever written to the audit.")]
pub(in crate::cli) struct Args {
    /// Only what was done in the last time, such as 12h or 7d
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    since: Option<Duration>,

    /// At most so many rows: the last ones
    #[arg(long, value_name = "ROWS", default_value_t = 50)]
    limit: u32,

    /// Only what this user did: me, an email, or the id of one who may be gone
    #[arg(long, value_name = "EMAIL|ID", value_parser = Who::parse)]
    user: Option<Who>,

    /// Only what concerns this team: its owners may read that
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    /// Only this action, such as server.edit; or all of a noun, such as server
    #[arg(long, value_name = "ACTION")]
    action: Option<String>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let Self { since, limit, user, team, action } = self;
        let rows = list(&operations, Query { since, user, action, team, limit }).await?;
        let people = people(&operations).await?;
        context.output.show(&rows, |page| {
            if rows.is_empty() {
                page.remark("nothing of this kind was done");
                return;
            }
            page.table(
                ["SEQ", "AT", "WHO", "FROM", "ACTION", "ON", "OUTCOME"],
                rows.iter().map(|row| told::cells(row, &people)),
            );
        })?;
        Ok(Exit::Success)
    }
}
