//! Has a setting that is about to change written down.

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::operation::config::told;
use crate::core::problem::Problem;

/// Tells the audit, if there is a store yet, before the file changes: what is changed is told. It changes also where that fails: a
/// store may be out of use just because of a setting.
pub(super) async fn tell(context: &mut Context, key: &str, is_set: bool) -> Result<(), CommandError> {
    if !context.paths.store_file().exists() {
        return Ok(());
    }
    match context.operations().await {
        Ok(operations) => told(&operations, key, is_set).await,
        Err(CommandError::Problem(problem)) => {
            let message = format!("the audit could not be told of it: {problem}");
            context.output.warn(&Problem { message, ..problem })?;
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
