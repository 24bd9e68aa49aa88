//! The operating system's keyring: Secret Service, Keychain, Credential Manager.
//!
//! A call may hang (a locked service that waits for a person, a broken bus): each runs on a thread of its own that is
//! given up after a while. What the library says of its state beforehand is no promise, so a keyring counts as usable only
//! when it has kept, returned and deleted something.

use std::io;
use std::time::Duration;

use keyring::{Entry, Error};

use super::entropy;
use super::hanging::within;
use crate::core::model::{KeyId, Secret};

/// How long one access may take. People who are asked to unlock it need some of this.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How long the whole probe of an unknown keyring may take.
pub const PROBE: Duration = Duration::from_secs(3);

/// What all items of ours are kept under.
const SERVICE: &str = "mcpgw";

/// Why the keyring gave nothing.
#[derive(Debug, Clone, thiserror::Error)]
pub enum KeyringError {
    /// There is none, it is locked, or it refused.
    #[error("the keyring can't be used: {0}")]
    Unusable(String),
    /// Nothing that keeps keys runs.
    #[error("the keyring can't be used: no service for it runs in this session")]
    NoService,
    /// It did not answer.
    #[error("the keyring did not answer within {0:?}")]
    Silent(Duration),
    /// It answers, and has no such item.
    #[error("the keyring has no such item")]
    Missing,
}

/// Reads an item.
pub async fn read(item: &str) -> Result<Secret<Vec<u8>>, KeyringError> {
    let item = item.to_owned();
    on_thread(PATIENCE, move || Entry::new(SERVICE, &item)?.get_secret().map(Secret::new)).await
}

/// Writes an item, and reads it back.
pub async fn write(item: &str, value: Secret<Vec<u8>>) -> Result<(), KeyringError> {
    let item = item.to_owned();
    on_thread(PATIENCE, move || write_and_check(&Entry::new(SERVICE, &item)?, value.reveal())).await
}

/// Deletes an item, if it is there.
pub async fn delete(item: &str) -> Result<(), KeyringError> {
    let item = item.to_owned();
    match on_thread(PATIENCE, move || Entry::new(SERVICE, &item)?.delete_credential()).await {
        Err(KeyringError::Missing) => Ok(()),
        other => other,
    }
}

/// Finds out whether the keyring works without anybody's help: writes, reads and deletes an item.
pub async fn probe() -> Result<(), KeyringError> {
    on_thread(PROBE, || {
        let random = entropy::random().map_err(|error| Error::PlatformFailure(Box::new(error)))?;
        let entry = Entry::new(SERVICE, &format!("probe {}", KeyId(random)))?;
        let kept = write_and_check(&entry, &random);
        let deleted = entry.delete_credential();
        kept.and(deleted)
    })
    .await
}

fn write_and_check(entry: &Entry, value: &[u8]) -> Result<(), Error> {
    entry.set_secret(value)?;
    let kept = Secret::new(entry.get_secret()?);
    if kept.reveal() == value {
        return Ok(());
    }
    Err(Error::PlatformFailure("what was written is not what is read".into()))
}

/// Runs `work`, which may hang.
async fn on_thread<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, KeyringError> {
    match within(limit, "keyring", work).await {
        Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(KeyringError::Silent(limit)),
        Err(error) => Err(KeyringError::Unusable(error.to_string())),
        Ok(Err(Error::NoEntry)) => Err(KeyringError::Missing),
        Ok(Err(Error::NoDefaultStore)) => Err(KeyringError::NoService),
        Ok(Err(error)) => Err(KeyringError::Unusable(error.to_string())),
        Ok(Ok(value)) => Ok(value),
    }
}
