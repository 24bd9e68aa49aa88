//! The vault's own row: the wrapped data key, and where the master key that unwraps it is.

use jiff::Timestamp;

use super::{KeyId, NONCE};

/// Who keeps the master key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MasterSource {
    /// The operating system's keyring.
    Os,
    /// The file `vault.key` beside the store.
    File,
    /// A passphrase, by Argon2id (RFC 9106).
    Passphrase(Derivation),
}

/// How a passphrase becomes a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derivation {
    /// Random.
    pub salt: [u8; 16],
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl MasterSource {
    /// One word for it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Os => "os",
            Self::File => "file",
            Self::Passphrase(_) => "passphrase",
        }
    }
}

/// The data key, wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappedKey {
    /// Names the data key.
    pub id: KeyId,
    /// Who keeps the master key.
    pub source: MasterSource,
    /// What the master key must give, so that a wrong one is known as such.
    pub check: [u8; 16],
    /// The nonce of the wrapping.
    pub nonce: [u8; NONCE],
    /// The data key, encrypted under the master key.
    pub wrapped: Vec<u8>,
    /// When the data key was made.
    pub created_at: Timestamp,
}
