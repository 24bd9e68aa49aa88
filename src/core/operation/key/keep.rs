//! Seals keys, and opens them.

use crate::core::model::{SealedColumn, Secret, SigningKey};
use crate::core::operation::Context;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::{KeyError, KeyMaterial};
use crate::core::vault::{Place, VaultError};

/// What the store keeps of `material`, which signs from now on.
pub(in crate::core::operation) async fn sealed(
    context: &Context,
    material: &KeyMaterial,
) -> Result<SigningKey, Problem> {
    let vault = context.launcher.vault.open().await?;
    let place = Place { column: SealedColumn::SigningKey, row: &material.kid };
    Ok(SigningKey {
        kid: material.kid.clone(),
        algorithm: material.algorithm,
        public: material.public.clone(),
        secret: vault.seal(&place, material.secret.reveal())?,
        signs: true,
        created_at: context.clock.now(),
        retires_at: None,
    })
}

/// The secret half of `key`.
pub(in crate::core::operation) async fn opened(
    context: &Context,
    key: &SigningKey,
) -> Result<Secret<Vec<u8>>, Problem> {
    let place = Place { column: SealedColumn::SigningKey, row: &key.kid };
    let vault = &context.launcher.vault;
    match vault.open().await?.unseal(&place, &key.secret) {
        // Somebody rotated the vault's key meanwhile.
        Err(VaultError::OtherKey) => Ok(vault.refresh().await?.unseal(&place, &key.secret)?),
        opened => Ok(opened?),
    }
}

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Self {
        let problem = Self::new(ProblemKind::Usage, error.to_string());
        match error {
            KeyError::Ambiguous => problem.hint("--algorithm RS256"),
            KeyError::Refused(_) => Self { kind: ProblemKind::Failed, ..problem },
            _ => problem,
        }
    }
}
