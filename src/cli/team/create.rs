//! `mcpgw team create`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::team::{Create, create};

/// Arguments of `team create`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team create web
  mcpgw team create web --name Web --description shop
  mcpgw team create tools --discoverable")]
pub(in crate::cli) struct Args {
    /// What to call it in commands: a-z 0-9 -
    #[arg(value_parser = TeamSlug::parse)]
    slug: TeamSlug,

    /// What people call it, if not the same
    #[arg(long)]
    name: Option<String>,

    /// What it is for
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    description: String,

    /// Let people who are not in it find it, and ask to join
    #[arg(long)]
    discoverable: bool,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let input = Create {
            slug: self.slug,
            name: self.name,
            description: self.description,
            discoverable: self.discoverable,
        };
        let team = create(&operations, input, dry_run).await?;
        let id = (!dry_run).then_some(team.id);
        let result = json!({"id": id, "slug": team.slug, "name": team.name, "dry_run": dry_run});
        context.output.show(&result, |page| {
            page.line(&format!("{} the team {}", if dry_run { "would make" } else { "made" }, team.slug));
            if !dry_run {
                page.remark(&format!("give it a server with --team {0}, or to server edit", team.slug));
            }
        })?;
        Ok(Exit::Success)
    }
}
