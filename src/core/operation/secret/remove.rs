//! Removes a secret.

use crate::core::model::{NamedSecret, SecretName, ServerName};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// The secret that was removed, or would be.
#[derive(Debug)]
pub struct Removed {
    /// The secret.
    pub secret: NamedSecret,
    /// The servers that use it, and don't start without it.
    pub users: Vec<ServerName>,
}

/// Finds the secret of that name and who uses it: what removing it would mean.
pub async fn removable(context: &Context, name: &SecretName) -> Result<Removed, Problem> {
    let secret = context.store.secret(name).await?.ok_or_else(|| StoreError::NoSecret(name.clone()))?;
    let users = context.store.secret_users().await?.remove(&secret.id).unwrap_or_default();
    Ok(Removed { secret, users })
}

/// Removes the secret of that name; one that servers use only when that is `forced`. Its sealed value may stay in the store's log and in backups.
pub async fn remove(
    context: &Context,
    name: &SecretName,
    forced: bool,
    dry_run: bool,
) -> Result<Removed, Problem> {
    let removed = removable(context, name).await?;
    if !forced && !removed.users.is_empty() {
        return Err(StoreError::SecretUsed { secret: removed.secret.name, users: removed.users }.into());
    }
    if !dry_run {
        context.store.remove_secret(context.act("secret.remove"), name, forced).await?;
        followed(context).await;
    }
    Ok(removed)
}
