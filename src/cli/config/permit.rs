//! Whether who acts may change settings.

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::operation::config::permit as permitted;
use crate::core::problem::ProblemKind;

/// Refuses unless who acts may change settings. Where there is no store yet anybody may, and where it can't be asked: it may be
/// out of use just because of a setting.
pub(super) async fn permit(context: &mut Context) -> Result<(), CommandError> {
    if !context.paths.store_file().exists() {
        return Ok(());
    }
    match context.operations().await {
        Ok(operations) => Ok(permitted(&operations)?),
        Err(CommandError::Problem(problem))
            if !matches!(problem.kind, ProblemKind::Unauthenticated | ProblemKind::Denied) =>
        {
            Ok(())
        }
        Err(error) => Err(error),
    }
}
