//! `mcpgw role create`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::access::Permission;
use crate::core::model::{RoleName, TeamSlug};
use crate::core::operation::role::create;

/// Arguments of `role create`.
///
/// Who grants the role needs all of its permissions in the team themselves.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw role create caller --team web --allow servers.use \\
      --allow tools.execute --allow servers.read
  mcpgw role create reader --allow servers.read --allow tools.read")]
pub(in crate::cli) struct Args {
    /// What to call it
    #[arg(value_parser = RoleName::parse)]
    name: RoleName,

    /// The team that has it; without one every team has it
    #[arg(long, value_parser = TeamSlug::parse)]
    team: Option<TeamSlug>,

    /// What it allows; see `mcpgw role list`
    #[arg(long, required = true, value_name = "PERMISSION", value_parser = permission)]
    allow: Vec<Permission>,

    #[command(flatten)]
    mutation: Mutation,
}

pub(super) fn permission(text: &str) -> Result<Permission, String> {
    Permission::parse(text).ok_or_else(|| "there is no such permission; see mcpgw role list".to_owned())
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        create(&operations, self.name.clone(), self.team.as_ref(), &self.allow, dry_run).await?;
        let result = json!({"name": self.name, "team": self.team, "dry_run": dry_run});
        context.output.show(&result, |page| {
            page.line(&format!("{} the role {}", if dry_run { "would make" } else { "made" }, self.name));
        })?;
        Ok(Exit::Success)
    }
}
