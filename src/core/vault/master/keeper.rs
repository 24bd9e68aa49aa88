//! One face of the keepers: the keyring, the key file, a passphrase.

use std::path::Path;

use super::passphrase::{self, Purpose};
use super::{file, keyring};
use crate::core::model::{MasterSource, WrappedKey};
use crate::core::vault::cipher::Key;
use crate::core::vault::{Keeper, VaultError, VaultOptions};

/// The keeper that a vault's first key gets: the keyring when it works, else a passphrase that somebody has prepared, else the
/// key file; a passphrase when neither keyring nor file may be used.
pub(in crate::core::vault) async fn choose(options: &VaultOptions) -> Result<Target, VaultError> {
    match options.keeper {
        Keeper::Os => keyring::usable().await.map(|()| Target::Os),
        Keeper::Off => Ok(Target::Passphrase),
        Keeper::Any if keyring::usable().await.is_ok() => Ok(Target::Os),
        Keeper::Any if options.passphrase.is_prepared() => Ok(Target::Passphrase),
        Keeper::File | Keeper::Any => Ok(Target::File),
    }
}

/// A keeper, before it has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The operating system's keyring.
    Os,
    /// The key file.
    File,
    /// A passphrase.
    Passphrase,
}

impl Target {
    /// Whether a key that `source` keeps is here already. A passphrase never says so: it may be another one.
    pub fn has(self, source: MasterSource) -> bool {
        matches!((self, source), (Self::Os, MasterSource::Os) | (Self::File, MasterSource::File))
    }
}

/// Gets the master key that wraps `row`, the vault of `store`.
pub(in crate::core::vault) async fn get(
    row: &WrappedKey,
    store: &str,
    options: &VaultOptions,
) -> Result<Key, VaultError> {
    match row.source {
        MasterSource::Os if matches!(options.keeper, Keeper::File | Keeper::Off) => {
            Err(VaultError::KeyringForbidden)
        }
        MasterSource::Os => keyring::get(store, row.check).await,
        MasterSource::File => file(options, file::read).await,
        MasterSource::Passphrase(derivation) => {
            passphrase::derive(passphrase::obtain(&options.passphrase, Purpose::Open).await?, derivation)
                .await
        }
    }
}

/// Why `source` can't give a key, as far as that can be known without asking it.
pub(in crate::core::vault) async fn missing(
    source: MasterSource,
    options: &VaultOptions,
) -> Option<VaultError> {
    match source {
        MasterSource::Os => {
            matches!(options.keeper, Keeper::File | Keeper::Off).then_some(VaultError::KeyringForbidden)
        }
        MasterSource::File => None,
        MasterSource::Passphrase(_) => passphrase::missing(&options.passphrase).await,
    }
}

/// Makes a master key at `target`; a key file that is there already gives its own.
pub(in crate::core::vault) async fn make(
    target: Target,
    store: &str,
    options: &VaultOptions,
) -> Result<(MasterSource, Key), VaultError> {
    match target {
        Target::Os if matches!(options.keeper, Keeper::File | Keeper::Off) => {
            Err(VaultError::KeyringExcluded)
        }
        Target::Os => Ok((MasterSource::Os, keyring::make(store).await?)),
        Target::File => Ok((MasterSource::File, file(options, file::read_or_make).await?)),
        Target::Passphrase => {
            let derivation = passphrase::new_derivation()?;
            let text = passphrase::obtain(&options.passphrase, Purpose::Choose).await?;
            Ok((MasterSource::Passphrase(derivation), passphrase::derive(text, derivation).await?))
        }
    }
}

/// Has `source` forget this key.
pub(in crate::core::vault) async fn discard(
    source: MasterSource,
    master: &Key,
    store: &str,
    options: &VaultOptions,
) -> Result<(), VaultError> {
    match source {
        MasterSource::Os => keyring::discard(store, master).await,
        MasterSource::File => file(options, file::remove).await,
        MasterSource::Passphrase(_) => Ok(()),
    }
}

/// Does something with the key file where it may block.
async fn file<T: Send + 'static>(
    options: &VaultOptions,
    work: impl FnOnce(&Path) -> Result<T, VaultError> + Send + 'static,
) -> Result<T, VaultError> {
    let dir = options.data_dir.clone();
    let worked = tokio::task::spawn_blocking(move || work(&dir)).await;
    worked.map_err(|error| VaultError::io(&options.data_dir)(std::io::Error::other(error)))?
}
