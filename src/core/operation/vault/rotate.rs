//! Replaces the key that values are sealed under.

use crate::core::access::Operation;
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::problem::Problem;
use crate::core::vault::VaultState;

/// What rotating the key did, or would do.
#[derive(Debug, Default)]
pub struct Rotated {
    /// How many values were sealed anew; none where nothing was ever sealed.
    pub count: usize,
    /// Why what was sealed under the key of before may still be in the store's file, if it may.
    pub left_behind: Option<Problem>,
}

/// Seals every value anew under a new data key, all at once.
pub async fn rotate(context: &Context, dry_run: bool) -> Result<Rotated, Problem> {
    context.require_of_all(Operation::VaultMove)?;
    let vault = &context.launcher.vault;
    if vault.state().await? == VaultState::Absent {
        return Ok(Rotated::default());
    }
    if dry_run {
        vault.open().await?;
        let count = usize::try_from(context.store.sealed_values().await?).unwrap_or(0);
        return Ok(Rotated { count, left_behind: None });
    }
    let count = vault.rotate(&context.act("secret.rotate_key")).await?;
    followed(context).await;
    // The key has changed, whatever becomes of this.
    let left_behind = context.store.rewrite().await.err().map(Problem::from);
    Ok(Rotated { count, left_behind })
}
