//! `mcpgw profile list`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::profile::list;

/// Arguments of `profile list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw profile list
  mcpgw profile list --field name")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let profiles = list(&operations).await?;
        let now = operations.clock.now();
        let views: Vec<_> = profiles
            .iter()
            .map(|listed| {
                json!({
                    "name": listed.profile.name,
                    "token": listed.token.id,
                    "state": listed.token.state(now),
                    "expires_at": listed.token.expires_at,
                    "ends_at": listed.token.ends_at(),
                    "created_at": listed.profile.created_at,
                })
            })
            .collect();
        context.output.show(&views, |page| {
            if profiles.is_empty() {
                page.remark("no profile; make one: mcpgw profile create NAME");
                return;
            }
            let rows = profiles.iter().map(|listed| {
                let ends = listed.token.ends_at().map_or_else(|| "never".to_owned(), |at| at.to_string());
                let (id, state) = (listed.token.id.to_string(), listed.token.state(now).to_owned());
                [listed.profile.name.to_string(), id, state, ends]
            });
            page.table(["PROFILE", "TOKEN", "STATE", "ENDS"], rows);
        })?;
        Ok(Exit::Success)
    }
}
