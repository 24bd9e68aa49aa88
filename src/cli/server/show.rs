//! `mcpgw server show`

use super::view::ServerView;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::ServerName;
use crate::core::operation::server::{self, Whole};
use crate::core::telling::server as told;

/// Arguments of `server show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server show files
  mcpgw server show files --field offers.tools")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let Whole { known, obstacles, hidden } = server::whole(&operations, &self.name).await?;
        let view = ServerView::with_obstacles(&known.server, obstacles.clone());
        let view = view.with_sighting(known.sighting.as_ref()).with_hidden(&hidden);
        context.output.show(&view, |page| {
            page.pairs(
                told::settings(&known.server, &obstacles)
                    .into_iter()
                    .chain(told::seen(known.sighting.as_ref())),
            );
            for item in &hidden {
                page.line(&format!("hidden: {}", told::hidden(item)));
            }
            if known.sighting.is_none() {
                page.remark(&format!("not started yet; try it: mcpgw server test {}", self.name));
            }
        })?;
        Ok(Exit::Success)
    }
}
