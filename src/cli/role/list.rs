//! `mcpgw role list`

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::role::list;

/// Arguments of `role list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw role list
  mcpgw role list --json")]
pub(in crate::cli) struct Args {}

#[derive(Debug, Serialize)]
struct View<'a> {
    name: &'a str,
    team: Option<&'a TeamSlug>,
    built_in: bool,
    permissions: &'a [String],
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let roles = list(&operations).await?;
        let views: Vec<_> = roles
            .iter()
            .map(|role| View {
                name: &role.name,
                team: role.team.as_ref(),
                built_in: role.built_in,
                permissions: &role.permissions,
            })
            .collect();
        context.output.show(&views, |page| {
            let rows = roles.iter().map(|role| {
                let team = role.team.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
                [role.name.clone(), team, role.permissions.join(" ")]
            });
            page.table(["ROLE", "TEAM", "ALLOWS"], rows);
        })?;
        Ok(Exit::Success)
    }
}
