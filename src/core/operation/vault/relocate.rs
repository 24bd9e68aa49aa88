//! Gives the master key to another keeper.

use crate::core::model::MasterSource;
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::vault::Target;

/// What was moved, or would be.
#[derive(Debug)]
pub struct Moved {
    /// Who kept the key before.
    pub from: MasterSource,
}

/// Re-wraps the data key under a master key that `target` keeps. No sealed value is touched.
pub async fn relocate(context: &Context, target: Target, dry_run: bool) -> Result<Moved, Problem> {
    let vault = &context.launcher.vault;
    let from = if dry_run { vault.open().await?.source() } else { vault.move_to(target).await?.from };
    Ok(Moved { from })
}
