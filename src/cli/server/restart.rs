//! `mcpgw server restart`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{ServerName, SessionRow};
use crate::core::operation::server::{self, Restarted};
use crate::core::problem::{Problem, ProblemKind};

/// Arguments of `server restart`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server restart files

Requests under way finish on the old process. A session that does not answer is named on stderr, and the exit code is 1. \
The JSON has: id, name, sessions and unanswered (process ids of those that you may see), \
sessions_of_others (their number), dry_run.")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,
    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let Restarted { server, sessions, others, unanswered } =
            server::restart(&operations, &self.name, dry_run).await?;
        let pids = |rows: &[SessionRow]| rows.iter().map(|row| row.process.pid).collect::<Vec<_>>();
        let result = json!({
            "id": server.id,
            "name": server.name,
            "sessions": pids(&sessions),
            "sessions_of_others": others,
            "unanswered": pids(&unanswered),
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let done = if dry_run { "would restart" } else { "restarted" };
            page.line(&match sessions.len() + others {
                0 => format!("no session has {} running", self.name),
                1 => format!("{done} {} in 1 session", self.name),
                many => format!("{done} {} in {many} sessions", self.name),
            });
        })?;
        for row in &unanswered {
            let pid = row.process.pid;
            let problem = Problem::new(ProblemKind::Failed, format!("the session {pid} does not answer"));
            context.output.warn(&problem.hint(format!("mcpgw session kill {pid}")))?;
        }
        Ok(if unanswered.is_empty() { Exit::Success } else { Exit::Failed })
    }
}
