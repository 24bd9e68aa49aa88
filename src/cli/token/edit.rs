//! `mcpgw token edit`

use super::scope::{Ends, Scope};
use super::show::print;
use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::token::{Clear, Edit, ScopeFlags, edit};

/// Arguments of `token edit`.
///
/// What is said takes the place of what was said of that, and nothing else changes. Running sessions follow at once.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token edit ci --tool 'github__get_*' --tool 'github__list_*'
  mcpgw token edit ci --clear tools --expires 1h
  mcpgw token edit agent --all-teams")]
pub(in crate::cli) struct Args {
    /// Its id, or its name
    #[arg(value_name = "TOKEN")]
    token: String,

    /// What to call it from now on
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    #[command(flatten)]
    ends: Ends,

    /// All teams again, and what is private to its user
    #[arg(long, conflicts_with_all = ["team", "public_only"])]
    all_teams: bool,

    /// Say nothing of this any more: servers, tools, prompts, resources, capabilities, permissions, hours, limits, cidrs, client,
    /// workspace
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = what)]
    clear: Vec<Clear>,

    #[command(flatten)]
    mutation: Mutation,

    #[command(flatten)]
    scope: Scope,
}

fn what(text: &str) -> Result<Clear, String> {
    Ok(match text {
        "servers" => Clear::Servers,
        "tools" => Clear::Tools,
        "prompts" => Clear::Prompts,
        "resources" => Clear::Resources,
        "capabilities" => Clear::Capabilities,
        "permissions" => Clear::Permissions,
        "hours" => Clear::Hours,
        "limits" => Clear::Limits,
        "cidrs" => Clear::Cidrs,
        "client" => Clear::Client,
        "workspace" => Clear::Workspace,
        _ => return Err("expected servers, tools, prompts, resources, capabilities, permissions, hours, limits, cidrs, client or workspace".to_owned()),
    })
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let scope = self.scope.flags().await?;
        let scope = ScopeFlags { clear: self.clear, all_teams: self.all_teams, ..scope };
        let change = Edit { name: self.name, scope, expiry: self.ends.said() };
        let token = edit(&operations, &self.token, change, self.mutation.dry_run).await?;
        if self.mutation.dry_run {
            context.output.note("nothing was changed; this is how it would be:")?;
        }
        print(context, &operations, &token).await
    }
}
