//! The envelope: a data key, wrapped by a master key.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::VaultError;
use super::cipher::{KEY, Key, decrypt, encrypt, random_key};
use crate::core::model::{KeyId, MasterSource, Secret, WrappedKey};
use crate::core::platform::entropy;

/// A data key and its name.
#[derive(Debug, Clone)]
pub(super) struct DataKey {
    pub id: KeyId,
    pub key: Key,
    pub created_at: Timestamp,
}

impl DataKey {
    /// A new one.
    pub(super) fn random(now: Timestamp) -> Result<Self, VaultError> {
        let id = KeyId(entropy::random().map_err(VaultError::entropy)?);
        Ok(Self { id, key: random_key()?, created_at: now })
    }

    /// Wraps it for the row of `store`.
    pub(super) fn wrap(
        &self,
        master: &Key,
        source: MasterSource,
        store: &str,
    ) -> Result<WrappedKey, VaultError> {
        let (nonce, wrapped) = encrypt(master, self.key.reveal(), &associated_data(store, self.id))?;
        let check = check(master, store);
        Ok(WrappedKey { id: self.id, source, check, nonce, wrapped, created_at: self.created_at })
    }

    /// Unwraps it. A wrong master key and a damaged row are told apart.
    pub(super) fn unwrap(row: &WrappedKey, master: &Key, store: &str) -> Result<Self, VaultError> {
        if check(master, store) != row.check {
            return Err(VaultError::WrongKey(row.source));
        }
        let clear = decrypt(master, row.nonce, &row.wrapped, &associated_data(store, row.id))
            .map_err(|_| VaultError::Damaged)?;
        let key = <[u8; KEY]>::try_from(clear.reveal().as_slice()).map_err(|_| VaultError::Damaged)?;
        Ok(Self { id: row.id, key: Secret::new(key), created_at: row.created_at })
    }
}

/// Says nothing about the key but whether it is the same one: 128 bits of a hash of 256 random ones.
pub(super) fn check(master: &Key, store: &str) -> [u8; 16] {
    let mut hasher = Sha256::new();
    hasher.update(b"mcpgw vault key check 1");
    hasher.update(store);
    hasher.update(master.reveal());
    let hash: [u8; 32] = hasher.finalize().into();
    let mut check = [0; 16];
    check.copy_from_slice(&hash[..16]);
    check
}

fn associated_data(store: &str, id: KeyId) -> Vec<u8> {
    [b"mcpgw wrapped data key 1".as_slice(), &id.0, store.as_bytes()].concat()
}
