//! `mcpgw audit head`

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::audit::head;
use crate::core::problem::Problem;

/// Arguments of `audit head`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw audit head
  mcpgw audit head --field head >kept-elsewhere

The head is signed with a key in the vault, and put into the keyring where that keeps the vault's key. A vault that can't be \
opened keeps nobody from seeing the head: it is signed another time. While the vault is open, changes have heads signed by \
themselves, once a minute at most.")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let head = head(&operations).await?;
        context.tell_keeper(&operations).await?;
        let signed_at = head.signed.as_ref().ok();
        let in_keyring = matches!(head.in_keyring, Some(Ok(())));
        let result = json!({
            "head": head.link.to_string(),
            "seq": head.link.seq,
            "hash": head.link.hash.to_string(),
            "signed_at": signed_at,
            "in_keyring": in_keyring,
        });
        context.output.show(&result, |page| page.line(&head.link.to_string()))?;
        let warn = |what: &str, problem: Problem| {
            let message = format!("the head {what}: {}", problem.message);
            context.output.warn(&Problem { message, ..problem })
        };
        if let Err(problem) = head.signed {
            warn("is not signed", problem)?;
        }
        if let Some(Err(problem)) = head.in_keyring {
            warn("is not in the keyring", problem)?;
        }
        Ok(Exit::Success)
    }
}
