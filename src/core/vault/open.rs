//! A vault whose key is at hand.

use std::sync::Arc;

use super::cipher::{Key, decrypt, encrypt};
use super::wrap::DataKey;
use super::{Place, VaultError};
use crate::core::model::{KeyId, MasterSource, Sealed, Secret, WrappedKey};

/// Seals and opens values.
#[derive(Debug, Clone)]
pub struct OpenVault {
    store: Arc<str>,
    pub(super) key: DataKey,
    pub(super) master: Key,
    /// What was opened.
    pub(super) row: WrappedKey,
    /// Whether this process has made it.
    pub(super) fresh: bool,
}

impl OpenVault {
    pub(super) fn new(store: &str, key: DataKey, master: Key, row: WrappedKey) -> Self {
        Self { store: store.into(), key, master, row, fresh: false }
    }

    /// Names the data key that [`OpenVault::seal`] uses.
    pub fn key_id(&self) -> KeyId {
        self.key.id
    }

    /// Who keeps the master key.
    pub fn source(&self) -> MasterSource {
        self.row.source
    }

    /// Seals `clear` for `place`.
    pub fn seal(&self, place: &Place<'_>, clear: &[u8]) -> Result<Sealed, VaultError> {
        let data = place.associated_data(&self.store, self.key.id);
        let (nonce, ciphertext) = encrypt(&self.key.key, clear, &data)?;
        Ok(Sealed::new(self.key.id, nonce, &ciphertext))
    }

    /// Opens what was sealed for `place` in this store.
    pub fn unseal(&self, place: &Place<'_>, sealed: &Sealed) -> Result<Secret<Vec<u8>>, VaultError> {
        if sealed.key() != self.key.id {
            return Err(VaultError::OtherKey);
        }
        let data = place.associated_data(&self.store, self.key.id);
        decrypt(&self.key.key, sealed.nonce(), sealed.ciphertext(), &data)
    }
}
