//! One face of the keepers: the keyring, the key file, a passphrase.

use super::passphrase::{self, Purpose};
use super::{file, keyring};
use crate::core::model::{MasterSource, WrappedKey};
use crate::core::vault::cipher::Key;
use crate::core::vault::{Keeper, VaultError, VaultOptions};

/// The keeper that a vault's first key gets: the keyring when it works, else the key file; a passphrase when neither may be used.
pub(in crate::core::vault) async fn choose(options: &VaultOptions) -> Result<Target, VaultError> {
    match options.keeper {
        Keeper::Os => keyring::usable().await.map(|()| Target::Os).map_err(VaultError::from),
        Keeper::File => Ok(Target::File),
        Keeper::Off => Ok(Target::Passphrase),
        Keeper::Any => Ok(if keyring::usable().await.is_ok() { Target::Os } else { Target::File }),
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
        MasterSource::File => file::read(&options.data_dir),
        MasterSource::Passphrase(derivation) => {
            passphrase::derive(passphrase::obtain(&options.passphrase, Purpose::Open).await?, derivation)
                .await
        }
    }
}

/// Why `source` can't give a key, as far as that can be known without asking it.
pub(in crate::core::vault) fn missing(source: MasterSource, options: &VaultOptions) -> Option<VaultError> {
    match source {
        MasterSource::Os => {
            matches!(options.keeper, Keeper::File | Keeper::Off).then_some(VaultError::KeyringForbidden)
        }
        MasterSource::File => None,
        MasterSource::Passphrase(_) => passphrase::missing(&options.passphrase),
    }
}

/// Makes a master key at `target`; a key file that is there already gives its own.
pub(in crate::core::vault) async fn make(
    target: Target,
    store: &str,
    options: &VaultOptions,
) -> Result<(MasterSource, Key), VaultError> {
    match target {
        Target::Os => Ok((MasterSource::Os, keyring::make(store).await?)),
        Target::File => Ok((MasterSource::File, file::read_or_make(&options.data_dir)?)),
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
        MasterSource::File => file::remove(&options.data_dir),
        MasterSource::Passphrase(_) => Ok(()),
    }
}
