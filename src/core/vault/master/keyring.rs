//! The master key in the operating system's keyring, in an item named by the store's id.

use super::text::{from_text, to_text};
use crate::core::model::Secret;
use crate::core::platform::keyring::{self, KeyringError};
use crate::core::vault::VaultError;
use crate::core::vault::cipher::{Key, random_key};

/// Whether it works without anybody's help.
pub(super) async fn usable() -> Result<(), KeyringError> {
    keyring::probe().await
}

/// Reads the key.
pub(super) async fn get(store: &str) -> Result<Key, VaultError> {
    let text = keyring::read(&item(store)).await?;
    std::str::from_utf8(text.reveal())
        .ok()
        .and_then(from_text)
        .ok_or_else(|| KeyringError::Unusable("its item holds no key".to_owned()).into())
}

/// Reads the key, or makes one.
pub(super) async fn get_or_make(store: &str) -> Result<Key, VaultError> {
    match get(store).await {
        Err(VaultError::Keyring(KeyringError::Missing)) => {
            let key = random_key()?;
            let text = Secret::new(to_text(&key).reveal().as_bytes().to_vec());
            keyring::write(&item(store), text).await?;
            // Another process may have written at the same time: what is there now is the key.
            get(store).await
        }
        other => other,
    }
}

/// Deletes the key.
pub(super) async fn discard(store: &str) -> Result<(), VaultError> {
    Ok(keyring::delete(&item(store)).await?)
}

fn item(store: &str) -> String {
    format!("vault {store}")
}
