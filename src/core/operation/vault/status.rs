//! How the vault is.

use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::vault::{VaultError, VaultState};

/// What `vault status` tells.
#[derive(Debug)]
pub struct Status {
    /// What stands in the store.
    pub state: VaultState,
    /// Whether it opens; absent when there is nothing to open.
    pub opening: Option<Result<(), VaultError>>,
    /// How many values are sealed.
    pub sealed: i64,
}

/// Looks at the vault, and tries to open it.
pub async fn status(context: &Context) -> Result<Status, Problem> {
    let vault = &context.launcher.vault;
    let state = vault.state().await?;
    let opening = match state {
        VaultState::Absent => None,
        VaultState::Present { .. } => Some(vault.open().await.map(drop)),
    };
    Ok(Status { state, opening, sealed: context.store.sealed_values().await? })
}
