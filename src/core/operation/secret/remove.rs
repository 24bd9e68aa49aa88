//! Removes a secret.

use crate::core::model::{NamedSecret, SecretName};
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// What was removed, or would be.
#[derive(Debug)]
pub struct Removed {
    /// The secret.
    pub secret: NamedSecret,
}

/// Removes the secret of that name. Nothing of its value is left in the store, not even sealed.
pub async fn remove(context: &Context, name: &SecretName, dry_run: bool) -> Result<Removed, Problem> {
    let secret = if dry_run {
        let found = context.store.secret(name).await?;
        found.ok_or_else(|| StoreError::NoSecret(name.clone()))?
    } else {
        context.store.remove_secret(name).await?
    };
    Ok(Removed { secret })
}
