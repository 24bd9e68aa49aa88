//! `mcpgw server show`

use super::view::ServerView;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{ListKind, ServerName, Sighting};
use crate::core::operation::{Effort, item, server};
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
        let known = server::known(&operations, &self.name).await?;
        let mut hidden = Vec::new();
        for kind in [ListKind::Tools, ListKind::Prompts] {
            hidden.extend(item::list(&operations, kind, None, Effort::Kept).await?.concealed);
        }
        hidden.retain(|item| item.server_id == known.server.id);
        let obstacles = server::obstacles(&operations, std::slice::from_ref(&known.server)).await?.concat();
        let view = ServerView::with_obstacles(&known.server, obstacles.clone());
        let view = view.with_sighting(known.sighting.as_ref()).with_hidden(&hidden);
        context.output.show(&view, |page| {
            let known_of = match &known.sighting {
                Some(Sighting::Listed(catalogue)) => told::offers(catalogue),
                Some(Sighting::Failed { message, .. }) => vec![("last start", message.clone())],
                None => Vec::new(),
            };
            page.pairs(told::settings(&known.server, &obstacles).into_iter().chain(known_of));
            for item in &hidden {
                page.line(&format!("hidden: {}, since {} has that name", item.name, item.kept_by));
            }
            if known.sighting.is_none() {
                page.remark(&format!("not started yet; try it: mcpgw server test {}", self.name));
            }
        })?;
        Ok(Exit::Success)
    }
}
