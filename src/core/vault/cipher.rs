//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): 24-byte nonces, so that random ones never meet.

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305};

use super::VaultError;
use crate::core::model::{NONCE, Secret};
use crate::core::platform::entropy;

/// A key's length, bytes.
pub(super) const KEY: usize = 32;

/// A symmetric key.
pub(super) type Key = Secret<[u8; KEY]>;

/// A new random key.
pub(super) fn random_key() -> Result<Key, VaultError> {
    entropy::random().map(Secret::new).map_err(VaultError::entropy)
}

/// Encrypts `clear` under a random nonce.
pub(super) fn encrypt(key: &Key, clear: &[u8], data: &[u8]) -> Result<([u8; NONCE], Vec<u8>), VaultError> {
    let nonce = entropy::random().map_err(VaultError::entropy)?;
    let cipher = XChaCha20Poly1305::new(key.reveal().into());
    let payload = Payload { msg: clear, aad: data };
    // It fails for texts of 256 GiB and more.
    let ciphertext = cipher.encrypt(&nonce.into(), payload).map_err(|_| VaultError::Refused)?;
    Ok((nonce, ciphertext))
}

/// Decrypts; [`VaultError::Refused`] unless key, nonce, associated data and every bit of the text are the original ones.
pub(super) fn decrypt(
    key: &Key,
    nonce: [u8; NONCE],
    ciphertext: &[u8],
    data: &[u8],
) -> Result<Secret<Vec<u8>>, VaultError> {
    let cipher = XChaCha20Poly1305::new(key.reveal().into());
    let payload = Payload { msg: ciphertext, aad: data };
    cipher.decrypt(&nonce.into(), payload).map(Secret::new).map_err(|_| VaultError::Refused)
}
