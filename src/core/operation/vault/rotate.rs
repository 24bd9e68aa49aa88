//! Replaces the key that values are sealed under.

use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::problem::Problem;
use crate::core::vault::VaultState;

/// Seals every value anew under a new data key, all at once. Returns how many there are; none where nothing was ever sealed.
pub async fn rotate(context: &Context, dry_run: bool) -> Result<usize, Problem> {
    let vault = &context.launcher.vault;
    if vault.state().await? == VaultState::Absent {
        return Ok(0);
    }
    if dry_run {
        vault.open().await?;
        return Ok(usize::try_from(context.store.sealed_values().await?).unwrap_or(0));
    }
    let count = vault.rotate().await?;
    followed(context).await;
    context.store.rewrite().await?;
    Ok(count)
}
