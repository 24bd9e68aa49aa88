//! `mcpgw session show`

use super::server_table;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::session::{self, Target};
use crate::core::telling::session::SessionView;

/// Arguments of `session show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw session show 4711
  mcpgw session show 4711 --field servers.state

CALLS NOW, and calls in the JSON, is how many calls are under way; LATENCY is the median time that answers took.")]
pub(in crate::cli) struct Args {
    /// The session's id, or the id of its process
    #[arg(value_name = "ID|PID", value_parser = Target::parse)]
    session: Target,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let view = SessionView::new(session::show(&operations, self.session).await?);
        let now = operations.clock.now();
        context.output.show(&view, |page| {
            page.pairs(view.pairs(now));
            page.heading("Servers");
            server_table(&view, page);
        })?;
        Ok(Exit::Success)
    }
}
