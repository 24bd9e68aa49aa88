//! Why the vault stays shut, or a value in it unread.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::core::model::MasterSource;
use crate::core::platform::keyring::KeyringError;
use crate::core::store::StoreError;

/// What can go wrong with the vault.
#[derive(Debug, Clone, thiserror::Error)]
pub enum VaultError {
    /// The master key is another one.
    #[error("{} is not the one that the vault was made with", describe(.0))]
    WrongKey(MasterSource),
    /// The wrapped data key was changed.
    #[error("the vault's key is damaged")]
    Damaged,
    /// A value was changed, moved from another place or store, or sealed under another key.
    #[error("a sealed value can't be opened: it was changed, or stood elsewhere before")]
    Refused,
    /// A value is sealed under a data key that is not the vault's.
    #[error("a sealed value belongs to another key of the vault")]
    OtherKey,
    /// The key file is gone.
    #[error("the vault's key file {} is missing", .0.display())]
    NoKeyFile(PathBuf),
    /// The key file holds no key.
    #[error("{} holds no key", .0.display())]
    NotAKey(PathBuf),
    /// Others can read a file that holds a key or passphrase.
    #[error("{} can be read by other users (mode {mode:03o})", file.display())]
    Exposed {
        /// The file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// A file can't be used.
    #[error("{}: {source}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// Why.
        source: Arc<io::Error>,
    },
    /// Another process changes the vault, and does not come to an end.
    #[error("another mcpgw is changing the vault's key: it holds {}", .0.display())]
    Busy(PathBuf),
    /// The operating system gave no random bytes.
    #[error("no random bytes: {0}")]
    Entropy(Arc<io::Error>),
    /// The keyring has the master key, and does not give it.
    #[error("{0}")]
    Keyring(#[from] KeyringError),
    /// There is no keyring that could get the master key.
    #[error(transparent)]
    NoKeyring(KeyringError),
    /// `MCPGW_KEYRING` forbids the keyring that has the master key.
    #[error("the vault's key is in the system's keyring, and MCPGW_KEYRING forbids its use")]
    KeyringForbidden,
    /// `MCPGW_KEYRING` forbids the keyring that is to have the master key.
    #[error("MCPGW_KEYRING forbids the use of the system's keyring")]
    KeyringExcluded,
    /// A passphrase is needed, and nobody gave one.
    #[error("the vault needs its passphrase")]
    NoPassphrase,
    /// Whoever was asked for the passphrase gave up.
    #[error("no passphrase was given")]
    Cancelled,
    /// The passphrase was typed differently the second time.
    #[error("the two passphrases differ")]
    Mistyped,
    /// The passphrase that was typed is too short.
    #[error("a passphrase has {least} characters at least")]
    ShortPassphrase {
        /// How many.
        least: usize,
    },
    /// The passphrase command gave none.
    #[error("vault.passphrase_command gave no passphrase: {0}")]
    Command(String),
    /// The key derivation refused its parameters.
    #[error("the passphrase can't be turned into a key: {0}")]
    Derivation(String),
    /// The store failed.
    #[error(transparent)]
    Store(Arc<StoreError>),
}

impl From<StoreError> for VaultError {
    fn from(error: StoreError) -> Self {
        Self::Store(Arc::new(error))
    }
}

impl VaultError {
    /// Shapes an [`io::Error`] at `file`.
    pub(super) fn io(file: &Path) -> impl FnOnce(io::Error) -> Self {
        let file = file.to_owned();
        move |source| Self::Io { file, source: Arc::new(source) }
    }

    /// Shapes the failure of the operating system's random numbers.
    pub fn entropy(source: io::Error) -> Self {
        Self::Entropy(Arc::new(source))
    }
}

fn describe(source: &MasterSource) -> &'static str {
    match source {
        MasterSource::Os => "the key in the system's keyring",
        MasterSource::File => "the key file",
        MasterSource::Passphrase(_) => "the passphrase",
    }
}
