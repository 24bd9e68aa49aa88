//! `mcpgw secret grant`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{SecretName, ServerName, TeamSlug};
use crate::core::operation::secret::{Whose, grant, lend};

/// Arguments of `secret grant`.
///
/// A server that asks for `secret://me/NAME` gets the secret of whoever uses it, and only after they ran this. What was granted
/// holds for the server's command and variables as they are now: whoever changes them has to ask again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server add github --no-check --env GITHUB_TOKEN=secret://me/github \\
      -- github-mcp-server stdio
  mcpgw secret grant github --server github
  mcpgw secret grant github --server github --revoke")]
pub(in crate::cli) struct Args {
    /// Your secret's name
    #[arg(value_parser = SecretName::parse)]
    name: SecretName,

    /// The server that may have it
    #[arg(long, value_name = "SERVER", value_parser = ServerName::parse)]
    server: ServerName,

    /// Take it back, also what was lent; a server that runs has it until it ends
    #[arg(long)]
    revoke: bool,

    /// With --revoke: one of a team, which was lent
    #[arg(long, value_name = "TEAM", value_parser = TeamSlug::parse, requires = "revoke")]
    team: Option<TeamSlug>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let (granted, dry_run) = (!self.revoke, self.mutation.dry_run);
        let operations = context.operations().await?;
        let whose = self.team.clone().map_or(Whose::Mine, Whose::Team);
        let mut changed = false;
        if whose == Whose::Mine {
            changed = grant(&operations, &self.name, &self.server, granted, dry_run).await?;
        }
        if self.revoke {
            changed |= lend(&operations, &whose, &self.name, &self.server, false, dry_run).await?;
        }
        let result = json!({
            "secret": self.name,
            "server": self.server,
            "granted": granted,
            "changed": changed,
            "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let (name, server) = (&self.name, &self.server);
            page.line(&match (changed, granted, dry_run) {
                (true, true, false) => {
                    format!("{server} gets the secret {name}, as long as its command is this one")
                }
                (true, true, true) => format!("{server} would get the secret {name}"),
                (true, false, false) => format!("{server} no longer gets the secret {name}"),
                (true, false, true) => format!("{server} would no longer get the secret {name}"),
                (false, true, _) => format!("{server} gets the secret {name} already"),
                (false, false, _) => format!("{server} does not get the secret {name} anyway"),
            });
        })?;
        Ok(Exit::Success)
    }
}
