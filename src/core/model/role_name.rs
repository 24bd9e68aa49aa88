//! What a role is called.

use std::fmt;

use serde::Serialize;

/// Why a role's name was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a role's name is 1 to 32 of a-z 0-9 _ - and starts with a letter, not {0:?}")]
pub struct InvalidRoleName(String);

/// What a role is called, one of mcpgw's own or of a store's: `[a-z][a-z0-9_-]{0,31}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RoleName(String);

impl RoleName {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidRoleName> {
        let mut bytes = text.bytes();
        let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
        let valid =
            text.len() <= 32 && bytes.next().is_some_and(|b| b.is_ascii_lowercase()) && bytes.all(inner);
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidRoleName(text.to_owned())) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_a_shell_takes_as_it_is() {
        assert!(RoleName::parse("platform_admin").is_ok());
        for text in ["", "1a", "-a", "A", "a b", "é", &"a".repeat(33)] {
            assert!(RoleName::parse(text).is_err(), "{text:?}");
        }
    }
}
