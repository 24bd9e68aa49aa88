//! Why a server can't have a secret that it needs, and what to do about it.

use crate::core::model::{ReferenceState, SecretName, Spot, Target};
use crate::core::vault::VaultError;

/// What a server needs and can't have.
#[derive(Debug, thiserror::Error)]
#[error("its {spot} {cause}")]
pub struct Locked {
    /// What holds it: a variable, an argument, a header, the URL.
    pub spot: Spot,
    /// Why not.
    pub cause: LockedCause,
}

/// Why a secret can't be had.
#[derive(Debug, thiserror::Error)]
pub enum LockedCause {
    /// The vault doesn't open the value.
    #[error("is sealed, and the vault doesn't open it: {0}")]
    Value(VaultError),
    /// The vault doesn't open the secret that it refers to.
    #[error("needs the secret {name}, and the vault doesn't open it: {source}")]
    Secret {
        /// The secret's name.
        name: SecretName,
        /// Why.
        source: VaultError,
    },
    /// There is no secret behind its reference.
    #[error("{}", describe(.target, *.state))]
    Unmet {
        /// What it refers to.
        target: Target,
        /// How that stands.
        state: ReferenceState,
    },
    /// The command of the secret that it refers to gave none.
    #[error("needs the secret {name}, whose command {what}")]
    Command {
        /// The secret's name.
        name: SecretName,
        /// What it did. Nothing of its output is in it.
        what: String,
    },
}

impl Locked {
    /// The command to run so that `server`, a name, can have it; the vault's own trouble is told by the vault.
    pub fn remedy(&self, server: &str) -> String {
        match &self.cause {
            LockedCause::Value(_) | LockedCause::Secret { .. } => "mcpgw vault status".to_owned(),
            LockedCause::Command { name, .. } => format!("mcpgw secret set {name} --exec -- COMMAND"),
            LockedCause::Unmet { target, state } => remedy(&self.spot, target, *state, server),
        }
    }
}

/// The command to run so that a reference is met.
pub fn remedy(spot: &Spot, target: &Target, state: ReferenceState, server: &str) -> String {
    let name = target.name();
    match (state, spot) {
        (ReferenceState::Found { .. }, _) => format!("mcpgw server test {server}"),
        (ReferenceState::NotGranted, _) => format!("mcpgw secret grant {name} --server {server}"),
        (ReferenceState::NotMade, _) => {
            format!("mcpgw secret set {name}; mcpgw secret grant {name} --server {server}")
        }
        (ReferenceState::NotLent, _) => format!("mcpgw secret set {name} --lend {server}"),
        (ReferenceState::Removed, Spot::Env(variable)) => {
            format!("mcpgw secret set {name}; mcpgw server edit {server} --env {variable}={target}")
        }
        (ReferenceState::Removed, Spot::Arg(_)) => {
            format!("mcpgw secret set {name}; mcpgw server edit {server} -- COMMAND")
        }
        (ReferenceState::Removed, Spot::Header(header)) => {
            // The scheme, which stood before it, is no secret; that of nearly all tokens is this one (RFC 6750).
            let scheme = if header == "authorization" { "Bearer " } else { "" };
            format!(
                "mcpgw secret set {name}; mcpgw server edit {server} --header '{header}: {scheme}{target}'"
            )
        }
        (ReferenceState::Removed, Spot::Url) => {
            format!("mcpgw secret set {name}; mcpgw server edit {server} --url URL")
        }
    }
}

/// What is wrong with a reference.
pub fn describe(target: &Target, state: ReferenceState) -> String {
    let name = target.name();
    match state {
        ReferenceState::Found { .. } => format!("needs the secret {name}"),
        ReferenceState::Removed => format!("needs the secret {name}, which was removed"),
        ReferenceState::NotMade => format!("needs your secret {name}, and you have none of that name"),
        ReferenceState::NotLent => {
            format!("needs the secret {name}, which fewer may see and nobody lent to its present command")
        }
        ReferenceState::NotGranted => {
            format!("needs your secret {name}, which you did not grant to its present command")
        }
    }
}
