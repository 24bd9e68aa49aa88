//! One process at a time gives the master key to a keeper, or takes it away.

use std::fs::File;
use std::io::ErrorKind;

use crate::core::platform::files;
use crate::core::vault::{VaultError, VaultOptions};

/// Waits until no other process does, and keeps others out until the result is dropped, or this process ends.
pub(in crate::core::vault) async fn alone(options: &VaultOptions) -> Result<File, VaultError> {
    let file = options.data_dir.join("vault.lock");
    let path = file.clone();
    let hold = move || {
        let held = files::open_private(&path)?;
        match held.lock() {
            // A file system without locks is used by one machine's processes as well as it can be.
            Err(error) if error.kind() == ErrorKind::Unsupported => Ok(held),
            done => done.map(|()| held),
        }
    };
    let held = tokio::task::spawn_blocking(hold).await.map_err(std::io::Error::other);
    held.and_then(|held| held).map_err(|source| VaultError::Io { file, source })
}
