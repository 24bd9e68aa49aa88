//! `mcpgw secret list`

use serde::Serialize;

use super::whose;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{SecretId, SecretKind, ServerName, TeamSlug, Visibility};
use crate::core::operation::secret::{Listed, Whose, list};

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
    /// `private`, `team` or `public`.
    visibility: Option<Visibility>,
    /// Only for one of a team.
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<&'a TeamSlug>,
    /// Names of servers.
    used_by: &'a [ServerName],
    /// Whether servers use it too that who asks may not know of.
    used_by_others: bool,
    created_at: jiff::Timestamp,
    updated_at: jiff::Timestamp,
}

impl<'a> View<'a> {
    fn new(Listed { secret, whose, users }: &'a Listed) -> Self {
        Self {
            id: secret.id,
            name: secret.name.as_str(),
            kind: secret.kind,
            visibility: secret.belonging.visibility,
            team: if let Whose::Team(team) = whose { Some(team) } else { None },
            used_by: &users.known,
            used_by_others: users.others,
            created_at: secret.created_at,
            updated_at: secret.updated_at,
        }
    }
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let secrets = list(&operations).await?;
        let views: Vec<_> = secrets.iter().map(View::new).collect();
        context.output.show(&views, |page| {
            if secrets.is_empty() {
                page.remark(if operations.tokens.is_empty() {
                    "no secrets yet; make one: mcpgw secret set NAME"
                } else {
                    "no secrets that this token lets you see"
                });
                return;
            }
            let row = |listed: &Listed| {
                let kind = match listed.secret.kind {
                    SecretKind::Value => "value",
                    SecretKind::Exec => "command",
                };
                let day = listed.secret.updated_at.strftime("%Y-%m-%d").to_string();
                [listed.secret.name.to_string(), kind.to_owned(), day, listed.users.text()]
            };
            // Who has only their own needs not be told that they are.
            if secrets.iter().all(|listed| listed.whose == Whose::Mine) {
                page.table(["NAME", "KIND", "SET", "USED BY"], secrets.iter().map(row));
                return;
            }
            let rows = secrets.iter().map(|listed| {
                let [name, kind, day, users] = row(listed);
                [name, whose::text(&listed.whose), kind, day, users]
            });
            page.table(["NAME", "OF", "KIND", "SET", "USED BY"], rows);
        })?;
        Ok(Exit::Success)
    }
}
