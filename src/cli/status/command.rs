//! `mcpgw status`

use super::document::Status;
use super::{page, watch};
use crate::cli::arguments::duration;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};

/// Show where things are, and how servers and sessions are doing
///
/// A server's state is what the running sessions say; without one that has it, whether its last start failed.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = "Examples:
  mcpgw status
  mcpgw status --watch
  mcpgw status --watch --json
  mcpgw status --field servers.state

The JSON has: version, store_id, data_dir, config_file, servers [{name, state, sessions, tools, prompts, resources, \
last_failure}] and sessions as in `mcpgw session list --json`. A server's state is disabled, idle, starting, ready, locked or \
down; its sessions is the number of those in which it is ready. CALLS NOW, and calls in the JSON, is how \
many calls are under way. With --watch on a terminal the screen is drawn again and again until ctrl-c; elsewhere a document \
follows whenever something but ages has changed, with --json one a line.")]
pub(in crate::cli) struct StatusArgs {
    /// Keep showing it
    #[arg(short, long)]
    pub(in crate::cli) watch: bool,
    /// How often to look
    #[arg(long, value_name = "TIME", default_value = "1s", value_parser = duration, requires = "watch")]
    interval: std::time::Duration,
}

impl StatusArgs {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        if self.watch {
            return watch::run(context, operations, self.interval).await;
        }
        let status = Status::gather(context, &operations).await?;
        context.output.show(&status, |out| page::show(&status, out))?;
        Ok(Exit::Success)
    }
}
