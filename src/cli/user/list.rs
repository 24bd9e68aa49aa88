//! `mcpgw user list`

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::user::list;
use crate::core::telling::user::View;

/// Arguments of `user list`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user list
  mcpgw user list --field email")]
pub(in crate::cli) struct Args {}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let accounts = list(&operations).await?;
        let now = operations.clock.now();
        let views: Vec<_> = accounts.iter().map(|account| View::new(account, now)).collect();
        context.output.show(&views, |page| {
            let rows = views.iter().map(|view| {
                [view.called().to_owned(), view.name.to_owned(), view.state(), view.roles.join(", ")]
            });
            page.table(["EMAIL", "NAME", "STATUS", "ROLES"], rows);
        })?;
        Ok(Exit::Success)
    }
}
