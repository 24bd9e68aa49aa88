//! `mcpgw user disable`, `enable`, `approve`

use serde::Serialize;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation::user::{NewStatus, StatusSet, Who, set_status};
use crate::core::telling::user::View;

/// Arguments of all three.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct StatusArgs {
    /// Their email or id, or `me`
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Who,

    #[command(flatten)]
    mutation: Mutation,
}

/// Who it is now, or would be.
#[derive(Debug, Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    user: View<'a>,
    changed: bool,
    dry_run: bool,
}

impl StatusArgs {
    pub(super) async fn run(self, context: &mut Context, new: NewStatus) -> Result<Exit, CommandError> {
        let dry_run = self.mutation.dry_run;
        let operations = context.operations().await?;
        let StatusSet { account, changed, all_log_in } =
            set_status(&operations, &self.who, new, dry_run).await?;
        let shown = Shown { user: View::new(&account, operations.clock.now()), changed, dry_run };
        context.output.show(&shown, |page| {
            let view = &shown.user;
            if !changed {
                page.line(&format!("{} is {} already", view.called(), view.status.name()));
                return;
            }
            let done = match (new, dry_run) {
                (NewStatus::Disabled, false) => "disabled",
                (NewStatus::Disabled, true) => "would disable",
                (NewStatus::Enabled, false) => "enabled",
                (NewStatus::Enabled, true) => "would enable",
                (NewStatus::Approved, false) => "approved",
                (NewStatus::Approved, true) => "would approve",
            };
            page.line(&format!("{done} {}", view.called()));
            if all_log_in && !dry_run {
                page.remark("from now on everybody has to log in: mcpgw login");
            }
        })?;
        Ok(Exit::Success)
    }
}
