//! `mcpgw whoami`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::{Email, Token, User, Via};
use crate::core::operation::login::Admission;

/// Show as whom you act here
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw whoami
  mcpgw whoami --field email")]
pub(in crate::cli) struct WhoamiArgs {}

impl WhoamiArgs {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let gate = context.gate().await?;
        let acting = context.identify(&gate, Admission::Password).await?;
        let account = gate.store.account(acting.user.id).await?;
        let roles = account.map(|account| account.global_roles).unwrap_or_default();
        let must_change = acting.must_change;
        let user = &acting.user;
        let via = match acting.via() {
            Via::Token => "token",
            Via::Login => "login",
            Via::Owner | Via::Nobody => "local_owner",
        };
        let token = acting.tokens.first();
        let expires_at =
            token.map_or_else(|| acting.login.as_ref().map(|login| login.expires_at), Token::ends_at);
        let result = json!({
            "id": user.id,
            "email": user.email,
            "name": user.full_name,
            "roles": roles,
            "via": via,
            "token": token.map(|token| token.id),
            "expires_at": expires_at,
            "must_change_password": must_change,
        });
        let email = user.email.as_ref().map(Email::as_str);
        context.output.show(&result, |page| {
            if let Some(token) = token {
                page.line(&format!("acting with the token {} ({})", token.name, token.id));
            }
            match (email, &acting.login) {
                (Some(email), None) if token.is_some() => page.line(email),
                (Some(email), Some(_)) => page.line(&format!("{email}, logged in")),
                (Some(email), None) => page.line(&format!("{email}, {}", User::OWNER)),
                (None, _) => page.line(User::OWNER),
            }
            if !roles.is_empty() {
                page.line(&format!("roles: {}", roles.join(", ")));
            }
            if must_change {
                page.remark("choose another password before anything else: mcpgw user passwd");
            }
        })?;
        Ok(Exit::Success)
    }
}
