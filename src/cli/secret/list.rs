//! `mcpgw secret list`

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{SecretId, SecretKind, ServerName};
use crate::core::operation::secret::{Listed, list};

/// Arguments of `secret list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw secret list
  mcpgw secret list --field name")]
pub(in crate::cli) struct Args {}

#[derive(Debug, Serialize)]
struct View<'a> {
    id: SecretId,
    name: &'a str,
    kind: SecretKind,
    /// Names of servers.
    used_by: &'a [ServerName],
    created_at: jiff::Timestamp,
    updated_at: jiff::Timestamp,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let secrets = list(&operations).await?;
        let views: Vec<_> = secrets
            .iter()
            .map(|Listed { secret, users }| View {
                id: secret.id,
                name: secret.name.as_str(),
                kind: secret.kind,
                used_by: users,
                created_at: secret.created_at,
                updated_at: secret.updated_at,
            })
            .collect();
        context.output.show(&views, |page| {
            if secrets.is_empty() {
                page.remark("no secrets yet; make one: mcpgw secret set NAME");
                return;
            }
            let rows = secrets.iter().map(|Listed { secret, users }| {
                let users = users.iter().map(ServerName::as_str).collect::<Vec<_>>().join(", ");
                let kind = match secret.kind {
                    SecretKind::Value => "value",
                    SecretKind::Exec => "command",
                };
                let day = secret.updated_at.strftime("%Y-%m-%d").to_string();
                [secret.name.to_string(), kind.to_owned(), day, users]
            });
            page.table(["NAME", "KIND", "SET", "USED BY"], rows);
        })?;
        Ok(Exit::Success)
    }
}
