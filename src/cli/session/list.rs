//! `mcpgw session list`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::session;
use crate::core::telling::session::SessionView;

/// Arguments of `session list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw session list
  mcpgw session list --field pid

Each element of the JSON has: id, user_id, pid, started_at, cwd, answers, client {name, version}, protocol_version, calls, ready and \
total (servers), servers [{id, name, state, state_ms, pid, restarts, failures, last_error, calls, latency {answers, \
median_us, slowest_us}, silent_ms}]. CALLS NOW, and calls in the JSON, is how many are under way. What a session that does \
not answer would tell is null.")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let now = operations.clock.now();
        let live = session::list(&operations).await?;
        let views: Vec<_> = live.into_iter().map(SessionView::new).collect();
        context.output.show(&views, |page| {
            if views.is_empty() {
                page.remark("no client is served now; one starts: mcpgw stdio");
                return;
            }
            let headings = ["PID", "CLIENT", "SINCE", "READY", "CALLS NOW", "DIRECTORY"];
            page.table(headings, views.iter().map(|view| view.row(now)));
        })?;
        Ok(Exit::Success)
    }
}
