//! `mcpgw team edit`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::team::{Edit, edit};

/// Arguments of `team edit`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("change").multiple(true).required(true))]
#[command(after_help = "Examples:
  mcpgw team edit web --name Web
  mcpgw team edit web --description shop --discoverable
  mcpgw team edit web --no-discoverable")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// What people call it
    #[arg(long, group = "change")]
    name: Option<String>,

    /// What it is for
    #[arg(long, value_name = "TEXT", group = "change")]
    description: Option<String>,

    /// Let people who are not in it find it, and ask to join
    #[arg(long, group = "change", overrides_with = "no_discoverable")]
    discoverable: bool,

    /// Let nobody find it who is not in it
    #[arg(long, group = "change")]
    no_discoverable: bool,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let discoverable = (self.discoverable || self.no_discoverable).then_some(self.discoverable);
        let change = Edit { name: self.name, description: self.description, discoverable };
        let edited = edit(&operations, &self.team, change, dry_run).await?;
        let team = edited.team;
        let result = json!({
            "id": team.id, "slug": team.slug, "changed": edited.changed, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            page.line(&match (edited.changed, dry_run) {
                (true, false) => format!("changed the team {}", team.slug),
                (true, true) => format!("would change the team {}", team.slug),
                (false, _) => format!("the team {} is so already", team.slug),
            });
        })?;
        Ok(Exit::Success)
    }
}
