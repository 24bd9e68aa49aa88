//! `mcpgw team delete`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::TeamSlug;
use crate::core::operation::team::{Deleted, Fate, delete};

/// Arguments of `team delete`.
///
/// A team that has servers is deleted only when it is said what becomes of them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw team delete web
  mcpgw team delete web --move-to shop
  mcpgw team delete web --cascade --dry-run")]
pub(in crate::cli) struct Args {
    /// The team
    #[arg(value_parser = TeamSlug::parse)]
    team: TeamSlug,

    /// Give all that it has to this team
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse, conflicts_with = "cascade")]
    move_to: Option<TeamSlug>,

    /// Remove all that it has
    #[arg(long)]
    cascade: bool,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let fate = match self.move_to {
            Some(team) => Fate::Move(team),
            None if self.cascade => Fate::Cascade,
            None => Fate::None,
        };
        let lost = delete(&operations, &self.team, &fate, true).await?;
        let lost = lost.servers.len() + lost.others;
        if !dry_run {
            let with = match (&fate, lost) {
                (Fate::Cascade, 1..) => format!(", and with it {lost} servers"),
                _ => String::new(),
            };
            context.confirm(&format!("Delete the team {}{with}?", self.team)).await?;
        }
        let Deleted { team, servers, others } = delete(&operations, &self.team, &fate, dry_run).await?;
        let moved_to = if let Fate::Move(target) = &fate { Some(target) } else { None };
        let result = json!({
            "id": team.id, "slug": team.slug, "servers": servers, "other_servers": others, "moved_to": moved_to, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            page.line(&format!(
                "{} the team {}",
                if dry_run { "would delete" } else { "deleted" },
                team.slug
            ));
            for server in &servers {
                page.line(&match (moved_to, dry_run) {
                    (Some(target), false) => format!("moved the server {server} to {target}"),
                    (Some(target), true) => format!("would move the server {server} to {target}"),
                    (None, false) => format!("removed the server {server}"),
                    (None, true) => format!("would remove the server {server}"),
                });
            }
            if others > 0 {
                page.line(&format!("and with it {others} that are private to others"));
            }
        })?;
        Ok(Exit::Success)
    }
}
