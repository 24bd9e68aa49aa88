//! `mcpgw role show`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::access::Permission;
use crate::core::model::{RoleName, TeamSlug};
use crate::core::operation::role::get;

/// Arguments of `role show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw role show developer
  mcpgw role show caller --team web --field permissions")]
pub(in crate::cli) struct Args {
    /// The role
    #[arg(value_parser = RoleName::parse)]
    name: RoleName,

    /// The team that has it, where it is not for all
    #[arg(long, value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let role = get(&operations, &self.name, self.team.as_ref()).await?;
        let result = json!({
            "name": role.name,
            "team": role.team,
            "built_in": role.built_in,
            "permissions": role.permissions,
        });
        context.output.show(&result, |page| {
            page.heading(&role.name);
            let meaning = |name: &String| Permission::parse(name).map_or("?", Permission::meaning).to_owned();
            page.table(["ALLOWS", "TO"], role.permissions.iter().map(|name| [name.clone(), meaning(name)]));
        })?;
        Ok(Exit::Success)
    }
}
