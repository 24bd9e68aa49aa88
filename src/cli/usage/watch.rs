//! `mcpgw usage report --watch`

use std::time::Duration;

use super::{json, show};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation;
use crate::core::operation::usage::{Query, Report, report};
use crate::core::platform::time::sleep;

/// Shows the report again and again, until whoever reads it has gone.
pub(super) async fn run(
    context: &Context,
    mut operations: operation::Context,
    query: &Query,
    interval: Duration,
) -> Result<Exit, CommandError> {
    let output = &context.output;
    let mut screen = output.screen()?;
    let mut shown = None;
    loop {
        let now = report(&operations, query).await?;
        if let Some(screen) = &mut screen {
            screen.draw(|page| show(&now, query.by, page))?;
        } else if output.is_abandoned() {
            return Ok(Exit::Success);
        } else {
            let new = Some(Report { since: None, ..now.clone() });
            if new != shown {
                if shown.is_some() && !output.is_machine() {
                    output.raw(b"\n")?;
                }
                output.show_next(&json(&now, query.by), |page| show(&now, query.by, page))?;
                shown = new;
            }
        }
        sleep(interval).await;
        // Who may not see it any more sees no more of it.
        operations = context.anew(&operations).await?;
    }
}
