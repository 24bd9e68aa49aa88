//! `mcpgw whoami`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::model::Email;
use crate::core::operation::login::{Admission, identify};

/// Show as whom you act here
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw whoami
  mcpgw whoami --field email")]
pub(in crate::cli) struct WhoamiArgs {}

impl WhoamiArgs {
    pub(in crate::cli) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let gate = context.gate().await?;
        let place = context.login_place(&gate.store)?;
        let acting = identify(&gate, &place, Admission::Password).await?;
        let account = gate.store.account(acting.user.id).await?;
        let roles = account.as_ref().map(|account| account.global_roles.clone()).unwrap_or_default();
        let must_change = acting.login.is_some()
            && account.and_then(|account| account.password).is_some_and(|password| password.must_change);
        let user = &acting.user;
        let via = if acting.login.is_some() { "login" } else { "local_owner" };
        let result = json!({
            "id": user.id,
            "email": user.email,
            "name": user.full_name,
            "roles": roles,
            "via": via,
            "expires_at": acting.login.as_ref().map(|login| login.expires_at),
            "must_change_password": must_change,
        });
        let email = user.email.as_ref().map(Email::as_str);
        context.output.show(&result, |page| {
            match (email, &acting.login) {
                (Some(email), Some(_)) => page.line(&format!("{email}, logged in")),
                (Some(email), None) => page.line(&format!("{email}, the owner of this store")),
                (None, _) => page.line("the owner of this store"),
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
