//! `mcpgw server list`

use super::view::{self, ServerView};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::{server, shell_line};

/// Arguments of `server list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server list
  mcpgw server list --field name
  mcpgw server list --json")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let servers = server::list(&operations).await?;
        let views: Vec<_> = servers.iter().map(ServerView::new).collect();
        context.output.show(&views, |page| {
            if servers.is_empty() {
                page.remark("no servers yet; add one: mcpgw server add NAME -- COMMAND");
                return;
            }
            let rows = servers.iter().map(|server| {
                [
                    server.name.to_string(),
                    server.alias.to_string(),
                    view::state(server).to_owned(),
                    shell_line(server),
                ]
            });
            page.table(["NAME", "ALIAS", "STATE", "COMMAND"], rows);
        })?;
        Ok(Exit::Success)
    }
}
