//! How the vault is.

use crate::core::problem::Problem;
use crate::core::store::Store;
use crate::core::vault::{Vault, VaultError, VaultState};

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

/// Looks at the vault of `store`, and tries to open it. Nobody has to say who they are.
pub async fn status(store: &Store, vault: &Vault) -> Result<Status, Problem> {
    let state = vault.state().await?;
    let opening = match state {
        VaultState::Absent => None,
        VaultState::Present { .. } => Some(vault.open().await.map(drop)),
    };
    Ok(Status { state, opening, sealed: store.sealed_values().await? })
}
