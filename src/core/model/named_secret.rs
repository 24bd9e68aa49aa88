//! A secret that servers refer to by its name.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Belonging, Revision, Sealed, SealedColumn, SecretId};

/// The longest value of a secret, bytes: what every system passes to a process in one variable, with room to spare.
pub const LONGEST_SECRET: usize = 64 * 1024;

/// What qualifies the name of a secret of whoever uses the server, as in `secret://me/NAME`; so no secret may have it.
pub(super) const MINE: &str = "me";

/// Why a secret's name or value was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSecret {
    /// The name breaks [`SecretName::parse`]'s rule.
    #[error("a secret's name is 1 to 64 of A-Z a-z 0-9 . _ - and starts with a letter or digit, not {0:?}")]
    Name(String),
    /// `secret://me/NAME` would be ambiguous.
    #[error(
        "a secret can't be named \"{MINE}\": secret://{MINE}/NAME means the secret of whoever uses the server"
    )]
    Reserved,
    /// There is no value.
    #[error("the value is empty")]
    Empty,
    /// The value holds a NUL byte.
    #[error("the value holds a NUL character, which can't be passed to a process")]
    Nul,
    /// The value is longer than [`LONGEST_SECRET`].
    #[error("the value is longer than {} KiB", LONGEST_SECRET / 1024)]
    TooLong,
}

/// What people call a secret: unique among those of its owner, of its team or among the public ones, `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SecretName(String);

impl SecretName {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidSecret> {
        let valid = text.len() <= 64
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && text.chars().all(Self::may_hold);
        match valid {
            true if text == MINE => Err(InvalidSecret::Reserved),
            true => Ok(Self(text.to_owned())),
            false => Err(InvalidSecret::Name(text.to_owned())),
        }
    }

    /// Whether a name may hold `c`.
    pub(super) fn may_hold(c: char) -> bool {
        c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SecretName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What a secret is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretKind {
    /// A value that is kept.
    Value,
    /// A command, whose output is the value, and is not kept.
    Exec,
}

impl SecretKind {
    /// Where it is kept.
    pub fn column(self) -> SealedColumn {
        match self {
            Self::Value => SealedColumn::SecretValue,
            Self::Exec => SealedColumn::SecretCommand,
        }
    }

    /// One word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Exec => "exec",
        }
    }
}

/// The command of a [`SecretKind::Exec`] secret. Sealed like a value: its arguments may be telling.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretCommand {
    /// The program: a path, or a name that is looked up in `path`.
    pub command: String,
    /// Its arguments, without the program's name.
    pub args: Vec<String>,
    /// `PATH` as it was when the secret was set.
    pub path: Option<String>,
}

impl fmt::Debug for SecretCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretCommand").field("command", &self.command).finish_non_exhaustive()
    }
}

/// One row of the store: a secret, sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSecret {
    /// Its identity.
    pub id: SecretId,
    /// Whose it is, and who else may have servers use it. What is private or public has the team of its owner.
    pub belonging: Belonging,
    /// Its name: one of its owner's, of its team's or of the public ones.
    pub name: SecretName,
    /// What it is made of.
    pub kind: SecretKind,
    /// The value, or the [`SecretCommand`] as JSON, sealed for [`SecretKind::column`].
    pub sealed: Sealed,
    /// Another one whenever it is set.
    pub revision: Revision,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last set to something else.
    pub updated_at: Timestamp,
}

/// Refuses what no process can be given as a secret.
pub fn check_secret(value: &str) -> Result<(), InvalidSecret> {
    match value {
        "" => Err(InvalidSecret::Empty),
        long if long.len() > LONGEST_SECRET => Err(InvalidSecret::TooLong),
        odd if odd.contains('\0') => Err(InvalidSecret::Nul),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_would_confuse_a_reference_or_a_terminal_are_refused() {
        for name in ["", "me", "a/b", "-x", ".x", "a b", "é", "a\u{1b}[31m", "a\0", &"n".repeat(65)] {
            assert!(SecretName::parse(name).is_err(), "{name:?}");
        }
        for name in ["a", "GITHUB_TOKEN", "db.prod-1", "Me", &"n".repeat(64)] {
            assert!(SecretName::parse(name).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn values_that_no_process_can_get_are_refused() {
        assert_eq!(check_secret(""), Err(InvalidSecret::Empty));
        assert_eq!(check_secret("a\0b"), Err(InvalidSecret::Nul));
        assert_eq!(check_secret(&"x".repeat(LONGEST_SECRET + 1)), Err(InvalidSecret::TooLong));
        assert_eq!(check_secret(&"x".repeat(LONGEST_SECRET)), Ok(()));
        assert_eq!(check_secret("-----BEGIN\nx\n-----END"), Ok(()));
    }
}
