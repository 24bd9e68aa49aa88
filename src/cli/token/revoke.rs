//! `mcpgw token revoke`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::token::{revoke, revoke_all};
use crate::core::operation::user::Who;

/// Arguments of `token revoke`.
///
/// What was made with it stops working too, and sessions that run with any of it serve nothing any more.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw token revoke ci
  mcpgw token revoke --all --user ann@example.org")]
pub(in crate::cli) struct Args {
    /// Its id, or its name
    #[arg(value_name = "TOKEN", required_unless_present = "all", conflicts_with = "all")]
    token: Option<String>,

    /// All tokens of a user
    #[arg(long, requires = "user")]
    all: bool,

    /// Whose
    #[arg(long, value_name = "EMAIL", value_parser = Who::parse, requires = "all")]
    user: Option<Who>,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let would = if dry_run { "would revoke" } else { "revoked" };
        match (&self.token, &self.user) {
            (None, Some(who)) => {
                let count = revoke_all(&operations, who, dry_run).await?;
                context.output.show(&json!({ "revoked": count, "dry_run": dry_run }), |page| {
                    page.line(&format!("{would} {count} tokens of {who}"));
                })?;
            }
            (token, _) => {
                let (token, changed) =
                    revoke(&operations, token.as_deref().unwrap_or_default(), dry_run).await?;
                let result = json!({ "id": token.id, "revoked": usize::from(changed), "dry_run": dry_run });
                context.output.show(&result, |page| {
                    let said = if changed { would } else { "there was nothing to revoke of" };
                    page.line(&format!("{said} {} ({})", token.name, token.id));
                })?;
            }
        }
        Ok(Exit::Success)
    }
}
