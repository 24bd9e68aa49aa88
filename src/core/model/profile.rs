//! Profiles: a client of this machine, and the token that it has.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use super::{Sealed, TokenId};

/// Why a profile's name was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a profile's name is 1 to 64 of a-z 0-9 . _ - and starts with a letter or digit, not {0:?}")]
pub struct InvalidProfileName(String);

/// What a client's configuration calls a profile: `[a-z0-9][a-z0-9._-]{0,63}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ProfileName(String);

impl ProfileName {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidProfileName> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let valid = text.len() <= 64
            && text.starts_with(plain)
            && text.chars().all(|c| plain(c) || matches!(c, '.' | '_' | '-'));
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidProfileName(text.to_owned())) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProfileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One row of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// What it is called.
    pub name: ProfileName,
    /// The row of its token.
    pub token: TokenId,
    /// The token itself, sealed.
    pub sealed: Sealed,
    /// When it was made.
    pub created_at: Timestamp,
}
