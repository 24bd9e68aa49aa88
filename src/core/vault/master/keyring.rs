//! The master key in the operating system's keyring.
//!
//! Each key has an item of its own, named by the store and by what its row says of the key: nobody who keeps another key ever
//! overwrites it, however late a write arrives.

use super::text::{from_text, to_text};
use crate::core::model::Secret;
use crate::core::platform::keyring::{self, KeyringError};
use crate::core::vault::VaultError;
use crate::core::vault::cipher::{Key, random_key};
use crate::core::vault::wrap::check;

/// Whether it works without anybody's help.
pub(super) async fn usable() -> Result<(), VaultError> {
    keyring::probe().await.map_err(refused)
}

/// Reads the key that gives this check.
pub(super) async fn get(store: &str, check: [u8; 16]) -> Result<Key, VaultError> {
    match read(&item(store, check)).await {
        Err(VaultError::Keyring(KeyringError::Missing)) => read(&old_item(store)).await,
        other => other,
    }
}

/// Makes a key, and keeps it.
pub(super) async fn make(store: &str) -> Result<Key, VaultError> {
    let key = random_key()?;
    let text = Secret::new(to_text(&key).reveal().as_bytes().to_vec());
    keyring::write(&item(store, check(&key, store)), text).await.map_err(refused)?;
    Ok(key)
}

/// Why it takes no key. Where no service runs, another keeper helps as well, which it does not where the keyring has the key.
fn refused(error: KeyringError) -> VaultError {
    match error {
        KeyringError::NoService => VaultError::NoKeyring(error),
        error => VaultError::Keyring(error),
    }
}

/// Deletes the key.
pub(super) async fn discard(store: &str, key: &Key) -> Result<(), VaultError> {
    keyring::delete(&item(store, check(key, store))).await?;
    if read(&old_item(store)).await.is_ok_and(|old| old == *key) {
        keyring::delete(&old_item(store)).await?;
    }
    Ok(())
}

async fn read(item: &str) -> Result<Key, VaultError> {
    let text = keyring::read(item).await?;
    std::str::from_utf8(text.reveal())
        .ok()
        .and_then(from_text)
        .ok_or_else(|| KeyringError::Unusable("its item holds no key".to_owned()).into())
}

fn item(store: &str, check: [u8; 16]) -> String {
    check.iter().fold(format!("vault {store} "), |name, byte| format!("{name}{byte:02x}"))
}

/// The only item that a store had before each key had its own.
fn old_item(store: &str) -> String {
    format!("vault {store}")
}
