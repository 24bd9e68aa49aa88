//! References to secrets in a server's configuration, bound to what they mean.

use std::fmt;

use super::{Revision, SecretId, SecretName};

/// What in a server's configuration holds a reference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The variable of this name.
    Env(String),
    /// The argument of this number, from 0.
    Arg(usize),
    /// The header of this name.
    Header(String),
    /// The URL.
    Url,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => write!(f, "variable {name}"),
            Self::Arg(index) => write!(f, "argument {}", index + 1),
            Self::Header(name) => write!(f, "header {name}"),
            Self::Url => f.write_str("URL"),
        }
    }
}

/// What a reference means, fixed when it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// This very secret, which had this name.
    Secret {
        /// Its identity: another secret of the name is another secret.
        id: SecretId,
        /// Its name then.
        name: SecretName,
    },
    /// The secret of this name of whoever uses the server, once they granted it.
    Mine(SecretName),
}

impl Target {
    /// The name of the secret.
    pub fn name(&self) -> &SecretName {
        match self {
            Self::Secret { name, .. } | Self::Mine(name) => name,
        }
    }
}

/// As one types it.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret { name, .. } => write!(f, "secret://{name}"),
            Self::Mine(name) => write!(f, "secret://me/{name}"),
        }
    }
}

/// Whether there is a secret behind a reference now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceState {
    /// There is.
    Found {
        /// The secret.
        id: SecretId,
        /// Tells its values apart.
        revision: Revision,
    },
    /// The secret was removed.
    Removed,
    /// The person has no secret of that name.
    NotMade,
    /// The person did not grant it to the server, or the server had another command then.
    NotGranted,
    /// Fewer may see it than the server, and it was not lent to it, or the server had another command then.
    NotLent,
}

/// One reference.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// What holds it.
    pub spot: Spot,
    /// The how-manyeth it is there, from 0.
    pub position: usize,
    /// What it means.
    pub target: Target,
    /// Whether that is to be had.
    pub state: ReferenceState,
}
