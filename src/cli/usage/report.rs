//! `mcpgw usage report`

use std::time::Duration;

use clap::ValueEnum;

use super::{json, show, watch};
use crate::cli::arguments::duration;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::usage::{Query, report};
use crate::core::operation::user::Who;
use crate::core::store::UsageBy;

/// Arguments of `usage report`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw usage report
  mcpgw usage report --by user --since 7d
  mcpgw usage report --team web --by tool
  mcpgw usage report --token ci --watch
  mcpgw usage report --field total.calls

A call is a request that a server is given for a client, or for `tool call`, `prompt get` or `resource read`. Of its \
arguments nothing is kept. You see your own calls, as an owner of a team all of its servers, as an admin all there are. What \
is gone is shown by its id, and is found by it. Calls of a session that runs are there after a second at most.

DENIED counts what is there and was not for who asked, and what a limit refused. FAILED counts what ran out of time, was \
cancelled, or was lost with its server or session. Times are of calls that were answered or ran out of time.

The JSON has: since, by, total and rows, the busiest first. A row has name, id (of a user, team, token or server), and as the total: calls, \
outcomes {ok, tool_error, protocol_error, denied, denied_quota, timeout, cancelled, failed, unknown}, p50_us, p95_us, p99_us, \
bytes_in, bytes_out, overflow (calls of which it is not known any more what was called).")]
pub(in crate::cli) struct Args {
    /// What calls are told apart by
    #[arg(long, value_name = "WHAT", default_value = "server")]
    by: By,

    /// Only calls of the last time, such as 12h or 7d; all that is kept by default (usage.retention)
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    since: Option<Duration>,

    /// Only calls of this user: me, an email or an id
    #[arg(long, value_name = "EMAIL|ID", value_parser = Who::parse)]
    user: Option<Who>,

    /// Only calls of servers of this team
    #[arg(long, value_name = "TEAM|ID")]
    team: Option<String>,

    /// Only calls with this token
    #[arg(long, value_name = "TOKEN|ID")]
    token: Option<String>,

    /// Only calls of this server
    #[arg(long, value_name = "SERVER|ID")]
    server: Option<String>,

    /// Only calls of this tool, prompt or resource, as its server calls it
    #[arg(long, value_name = "SERVER/NAME|NAME")]
    tool: Option<String>,

    /// Only calls of a client that calls itself this
    #[arg(long, value_name = "NAME")]
    client: Option<String>,

    /// Keep showing it
    #[arg(short, long)]
    watch: bool,

    /// How often to look
    #[arg(long, value_name = "TIME", default_value = "1s", value_parser = duration, requires = "watch")]
    interval: Duration,
}

/// What calls are told apart by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    /// Who made them
    User,
    /// The team of the server
    Team,
    /// The token that they were made with
    Token,
    /// The server
    Server,
    /// The tool, prompt or resource
    Tool,
    /// What the client calls itself
    Client,
}

impl Args {
    pub(super) fn is_endless(&self) -> bool {
        self.watch
    }

    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let by = match self.by {
            By::User => UsageBy::User,
            By::Team => UsageBy::Team,
            By::Token => UsageBy::Token,
            By::Server => UsageBy::Server,
            By::Tool => UsageBy::Tool,
            By::Client => UsageBy::Client,
        };
        let Self { since, user, team, token, server, tool, client, watch, interval, .. } = self;
        let query = Query { by, since, user, team, token, server, tool, client };
        if watch {
            return watch::run(context, operations, &query, interval).await;
        }
        let report = report(&operations, &query).await?;
        context.output.show(&json(&report, by), |page| show(&report, by, page))?;
        Ok(Exit::Success)
    }
}
