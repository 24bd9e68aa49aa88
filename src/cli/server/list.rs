//! `mcpgw server list`

use super::view::ServerView;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::Server;
use crate::core::operation::server::{self, Obstacle};
use crate::core::telling::server as told;

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
        let obstacles = server::obstacles(&operations, &servers).await?;
        let apart = server::apart(&operations, &servers).await?;
        let all = || servers.iter().zip(&obstacles);
        let views: Vec<_> =
            all().map(|(server, obstacles)| ServerView::with_obstacles(server, obstacles.clone())).collect();
        context.output.show(&views, |page| {
            if servers.is_empty() {
                page.remark(if operations.tokens.is_empty() {
                    "no servers yet; add one: mcpgw server add NAME -- COMMAND (or --url URL)"
                } else {
                    "no servers that this token lets you see"
                });
                return;
            }
            let row = |server: &Server, obstacles: &[Obstacle]| {
                let state = told::state(server, obstacles).to_owned();
                [server.name.to_string(), server.alias.to_string(), state, told::reached(server)]
            };
            if let Some(teams) = &apart {
                let rows = all().zip(teams).map(|((server, obstacles), team)| {
                    let [name, alias, state, command] = row(server, obstacles);
                    [name, team.clone(), alias, state, command]
                });
                page.table(["NAME", "TEAM", "ALIAS", "STATE", "COMMAND"], rows);
            } else {
                let rows = all().map(|(server, obstacles)| row(server, obstacles));
                page.table(["NAME", "ALIAS", "STATE", "COMMAND"], rows);
            }
            for (server, obstacles) in all().filter(|(server, _)| server.enabled) {
                for Obstacle { reason, hint } in obstacles {
                    page.remark(&format!("{} can't be started, since {reason}", server.name));
                    page.remark(&format!("  hint: {hint}"));
                }
            }
        })?;
        Ok(Exit::Success)
    }
}
