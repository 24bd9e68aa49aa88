//! `mcpgw status --watch`

use std::time::Duration;

use super::document::Status;
use super::page::show;
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::core::operation;
use crate::core::platform::time::sleep;

/// Shows the status again and again, until whoever reads it has gone.
pub(super) async fn run(
    context: &Context,
    mut operations: operation::Context,
    interval: Duration,
) -> Result<Exit, CommandError> {
    let output = &context.output;
    let mut screen = output.screen()?;
    let mut shown = None;
    loop {
        let status = Status::gather(context, &operations).await?;
        if let Some(screen) = &mut screen {
            screen.draw(|page| show(&status, page))?;
        } else if output.is_abandoned() {
            return Ok(Exit::Success);
        } else {
            let now = Some(status.without_ages());
            if now != shown {
                if shown.is_some() && !output.is_machine() {
                    output.raw(b"\n")?;
                }
                output.show_next(&status, |page| show(&status, page))?;
                shown = now;
            }
        }
        sleep(interval).await;
        // Who may not see it any more sees no more of it.
        operations = context.anew(&operations).await?;
    }
}
