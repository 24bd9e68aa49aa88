//! Why the vault stays shut, in words that a person can act on.

use crate::core::model::MasterSource;
use crate::core::platform::keyring::KeyringError;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::vault::VaultError;

impl From<VaultError> for Problem {
    fn from(error: VaultError) -> Self {
        let (hint, kind) = (Some(advice(&error)), kind(&error));
        let message = match error {
            VaultError::Store(error) => return error.as_ref().into(),
            error => error.to_string(),
        };
        Self { hint, ..Self::new(kind, message) }
    }
}

/// What kind of problem it is that the vault doesn't open.
pub(in crate::core::operation) fn kind(error: &VaultError) -> ProblemKind {
    match error {
        VaultError::Cancelled => ProblemKind::Cancelled,
        VaultError::Mistyped | VaultError::ShortPassphrase { .. } => ProblemKind::Usage,
        _ => ProblemKind::Locked,
    }
}

/// What a person can do about a vault that doesn't open.
pub(in crate::core::operation) fn advice(error: &VaultError) -> String {
    match error {
        VaultError::WrongKey(MasterSource::Passphrase(_)) => "try again with the right passphrase".to_owned(),
        VaultError::WrongKey(_) | VaultError::NotAKey(_) | VaultError::NoKeyFile(_) | VaultError::Damaged => {
            "put the key or the store back as it was, from a backup".to_owned()
        }
        VaultError::Refused | VaultError::OtherKey => "set the value anew".to_owned(),
        VaultError::Exposed { file, .. } => format!("chmod 600 {}", file.display()),
        VaultError::NoKeyring(_) => {
            "start or install a Secret Service, such as gnome-keyring; without one: mcpgw vault move --to passphrase"
                .to_owned()
        }
        VaultError::Keyring(KeyringError::NoService) => {
            "start the Secret Service that has the key, such as gnome-keyring; mcpgw vault status".to_owned()
        }
        VaultError::Keyring(_) => "unlock the keyring; mcpgw vault status".to_owned(),
        VaultError::KeyringForbidden | VaultError::KeyringExcluded => {
            "unset MCPGW_KEYRING, or set it to os".to_owned()
        }
        VaultError::Mistyped | VaultError::ShortPassphrase { .. } | VaultError::Busy(_) | VaultError::Cancelled => "try again".to_owned(),
        VaultError::NoPassphrase => {
            "set MCPGW_VAULT_PASSPHRASE_FILE or vault.passphrase_command, or run it on a terminal".to_owned()
        }
        VaultError::Command(_) => "mcpgw config get vault.passphrase_command".to_owned(),
        VaultError::Io { .. } => "see that it is there, and that you can read it".to_owned(),
        VaultError::Entropy(_) | VaultError::Derivation(_) | VaultError::Store(_) => {
            "mcpgw vault status".to_owned()
        }
    }
}
