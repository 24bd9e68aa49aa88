//! `mcpgw user show`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::most::{used_json, used_of};
use crate::core::access::Operation;
use crate::core::operation::Calls;
use crate::core::operation::user::{Who, find};
use crate::core::telling::user::View;

/// Arguments of `user show`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user show ann@example.org
  mcpgw user show me --json")]
pub(in crate::cli) struct Args {
    /// Their email or id, or `me`
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Who,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let account = find(&operations, &self.who, Operation::UserShow).await?;
        let view = View::new(&account, operations.clock.now());
        let calls = Calls::of_user(&operations, &account);
        let mut result = serde_json::to_value(&view)?;
        result["calls"] = used_json(&calls);
        context.output.show(&result, |page| {
            page.heading(view.called());
            page.pairs(view.pairs().into_iter().chain(used_of(&calls)));
        })?;
        Ok(Exit::Success)
    }
}
