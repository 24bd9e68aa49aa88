//! What the shell knows and the vault needs.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::core::model::Secret;
use crate::core::platform::Guard;

/// Which keeper of the master key may be used: `MCPGW_KEYRING`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeper {
    /// The keyring where it works, else the key file.
    #[default]
    Any,
    /// The keyring only.
    Os,
    /// The key file, never the keyring.
    File,
    /// Neither: a passphrase.
    Off,
}

/// Asks the person for a passphrase; blocks. The text says what it is for.
pub type Ask = Arc<dyn Fn(&str) -> std::io::Result<Secret<String>> + Send + Sync>;

/// `vault.passphrase_command`, run by `sh -c`.
#[derive(Clone)]
pub struct PassphraseCommand {
    /// For the shell.
    pub text: String,
    /// Its whole environment.
    pub environment: Vec<(OsString, OsString)>,
    /// Ends it when this process can't.
    pub guard: Guard,
}

/// Where passphrases come from.
#[derive(Clone, Default)]
pub struct PassphraseSources {
    /// A file that only its owner can read: `MCPGW_VAULT_PASSPHRASE_FILE`.
    pub file: Option<PathBuf>,
    /// A command whose first line of output it is.
    pub command: Option<PassphraseCommand>,
    /// The person at the terminal.
    pub ask: Option<Ask>,
}

impl PassphraseSources {
    /// Whether somebody said where a passphrase comes from.
    pub fn is_prepared(&self) -> bool {
        self.file.is_some() || self.command.is_some()
    }
}

impl fmt::Debug for PassphraseSources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PassphraseSources").field("file", &self.file).finish_non_exhaustive()
    }
}

/// How this process may open its vault.
#[derive(Debug, Clone, Default)]
pub struct VaultOptions {
    /// The directory of `vault.key`.
    pub data_dir: PathBuf,
    /// Who may keep the master key.
    pub keeper: Keeper,
    /// Where passphrases come from.
    pub passphrase: PassphraseSources,
}
