//! What a profile acts with.

use crate::core::model::{ProfileName, SealedColumn, Secret};
use crate::core::operation::login::Gate;
use crate::core::operation::token::Credential;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::vault::{Place, Vault, VaultError};

/// The token of the profile of that name. Without one nobody is who acts, never the next one.
pub async fn credential(gate: &Gate, vault: &Vault, name: &ProfileName) -> Result<Credential, Problem> {
    let absent = || {
        let message = format!("there is no profile {name}");
        Problem::new(ProblemKind::Unauthenticated, message).hint(format!("mcpgw profile create {name}"))
    };
    let profile = gate.store.profile(name).await?.ok_or_else(absent)?;
    let place = Place { column: SealedColumn::ProfileToken, row: name.as_str() };
    let token = match vault.open().await?.unseal(&place, &profile.sealed) {
        // Somebody rotated the vault's key meanwhile.
        Err(VaultError::OtherKey) => {
            let profile = gate.store.profile(name).await?.ok_or_else(absent)?;
            vault.refresh().await?.unseal(&place, &profile.sealed)?
        }
        token => token?,
    };
    let text = Secret::new(String::from_utf8_lossy(token.reveal()).into_owned());
    Ok(Credential::new(&text))
}
