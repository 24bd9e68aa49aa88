//! Signs heads of the audit: Ed25519 (RFC 8032), with a key that only an open vault gives.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::{OpenVault, Place, VaultError};
use crate::core::model::{AuditKey, SealedColumn};
use crate::core::platform::entropy;

const PLACE: Place<'static> = Place { column: SealedColumn::AuditKey, row: SealedColumn::AUDIT_KEY };

/// The key, ready to sign.
#[derive(Debug)]
pub struct Signer(SigningKey);

impl Signer {
    /// Makes a key, and what the store keeps of it.
    pub fn make(vault: &OpenVault) -> Result<AuditKey, VaultError> {
        let key = SigningKey::from_bytes(&entropy::random().map_err(VaultError::entropy)?);
        let secret = vault.seal(&PLACE, key.as_bytes())?;
        Ok(AuditKey { public: key.verifying_key().to_bytes(), secret })
    }

    /// Takes the key that the store keeps.
    pub fn open(vault: &OpenVault, kept: &AuditKey) -> Result<Self, VaultError> {
        let secret = vault.unseal(&PLACE, &kept.secret)?;
        let secret = secret.reveal().as_slice().try_into().map_err(|_| VaultError::Refused)?;
        Ok(Self(SigningKey::from_bytes(&secret)))
    }

    /// Its public half.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs `message`.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// Whether the owner of `public` has signed `message`.
pub fn is_signed(public: [u8; 32], message: &[u8], signature: [u8; 64]) -> bool {
    let key = VerifyingKey::from_bytes(&public);
    key.is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(&signature)).is_ok())
}
