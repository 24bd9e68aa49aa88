//! `mcpgw role edit`

use serde_json::json;

use super::create::permission;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::access::Permission;
use crate::core::model::{RoleName, TeamSlug};
use crate::core::operation::role::edit;
use crate::core::store::RoleChange;

/// Arguments of `role edit`.
///
/// Whoever has the role may do at once what it allows then, and no more, also in sessions that run. Nobody gets through it what who
/// edits it may not grant them.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("change").multiple(true).required(true))]
#[command(after_help = "Examples:
  mcpgw role edit caller --team web --allow prompts.get
  mcpgw role edit reader --allow tools.read --deny servers.read")]
pub(in crate::cli) struct Args {
    /// The role
    #[arg(value_parser = RoleName::parse)]
    name: RoleName,

    /// The team that has it; without one every team has it
    #[arg(long, value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    /// What it allows from now on; see `mcpgw role list`
    #[arg(long, value_name = "PERMISSION", value_parser = permission, group = "change")]
    allow: Vec<Permission>,

    /// What it allows no more
    #[arg(long, value_name = "PERMISSION", value_parser = permission, group = "change")]
    deny: Vec<Permission>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let change = RoleChange { allow: self.allow, deny: self.deny };
        let (role, changed) = edit(&operations, &self.name, self.team.as_ref(), change, dry_run).await?;
        let result = json!({
            "name": role.name,
            "team": self.team,
            "permissions": role.permissions,
            "changed": changed,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            page.line(&match (changed, dry_run) {
                (true, false) => format!("changed the role {}", role.name),
                (true, true) => format!("would change the role {}", role.name),
                (false, _) => format!("the role {} is so already", role.name),
            });
        })?;
        Ok(Exit::Success)
    }
}
