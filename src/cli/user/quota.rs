//! `mcpgw user quota`

use serde_json::json;

use crate::cli::arguments::Mutation;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::most::{MostCalls, used_json, used_of};
use crate::core::access::Operation;
use crate::core::operation::Calls;
use crate::core::operation::user::{Who, find, set_limits};
use crate::core::telling::user::View;

/// Arguments of `user quota`.
///
/// Without flags it shows how many calls a user may make, and made. Those of all their sessions, commands and tokens count together,
/// in minutes, hours and days of UTC; one that is refused counts nowhere. Running sessions follow at once; a call that is under way
/// then is not ended.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw user quota ann@example.org
  mcpgw user quota ann@example.org --per-minute 60 --per-day 5000 \\
      --max-concurrent 4
  mcpgw user quota ann@example.org --per-day none")]
pub(in crate::cli) struct Args {
    /// Their email or id, or `me`
    #[arg(value_name = "EMAIL", value_parser = Who::parse)]
    who: Who,

    #[command(flatten)]
    calls: MostCalls,

    #[command(flatten)]
    mutation: Mutation,
}

impl Args {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let operations = context.operations().await?;
        let (said, dry_run) = (self.calls.said(), self.mutation.dry_run);
        if said.is_empty() {
            let account = find(&operations, &self.who, Operation::UserShow).await?;
            let calls = Calls::of_user(&operations, &account);
            let view = View::new(&account, operations.clock.now());
            let result = json!({ "user": view.called(), "calls": used_json(&calls) });
            context.output.show(&result, |page| {
                page.heading(view.called());
                if calls.limits.is_none() {
                    page.line("may make as many calls as they like");
                }
                page.pairs(used_of(&calls));
            })?;
            return Ok(Exit::Success);
        }
        let (account, changed) = set_limits(&operations, &self.who, said, dry_run).await?;
        let view = View::new(&account, operations.clock.now());
        let calls = Calls::of_user(&operations, &account);
        let result = json!({
            "user": view.called(), "calls": used_json(&calls), "changed": changed, "dry_run": dry_run,
        });
        context.output.show(&result, |page| {
            let called = view.called();
            page.line(&match (changed, dry_run) {
                (true, false) => format!("changed how many calls {called} may make"),
                (true, true) => format!("would change how many calls {called} may make"),
                (false, _) => format!("{called} may make so many calls already"),
            });
        })?;
        Ok(Exit::Success)
    }
}
