//! What the store keeps of settings.

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::operation::config::Kept;
use crate::core::problem::Problem;

/// What the store keeps. One that can't be read keeps nobody from seeing the rest: it may be out of use just because of a setting.
pub(super) async fn kept(context: &mut Context) -> Result<Kept, CommandError> {
    if !context.paths.store_file().exists() {
        return Ok(None);
    }
    let store = match context.store().await {
        Ok(store) => store,
        Err(CommandError::Problem(problem)) => {
            let message = format!("what is set in the store is not known: {}", problem.message);
            context.output.warn(&Problem { message, ..problem })?;
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    Ok(Some(store.settings().await.map_err(Problem::from)?))
}
