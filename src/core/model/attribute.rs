//! What is noted about a user, for those who administer them.

use std::fmt;

use serde::Serialize;

/// How many one user may have.
pub const MOST_ATTRIBUTES: u32 = 64;
/// The longest value, characters.
const LONGEST: usize = 1024;

/// Why an attribute was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidAttribute {
    /// The name breaks [`AttributeName::parse`]'s rule.
    #[error(
        "an attribute's name is 1 to 64 of A-Z a-z 0-9 . _ - and starts with a letter or digit, not {0:?}"
    )]
    Name(String),
    /// There is no value.
    #[error("write NAME=VALUE")]
    NoValue,
    /// The value is too long.
    #[error("an attribute's value has {LONGEST} characters at most")]
    TooLong,
}

/// What an attribute is called: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AttributeName(String);

impl AttributeName {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidAttribute> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let starts = text.starts_with(|c: char| c.is_ascii_alphanumeric());
        if starts && text.len() <= 64 && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidAttribute::Name(text.to_owned()))
        }
    }

    /// Reads `NAME=VALUE`.
    pub fn parse_pair(text: &str) -> Result<(Self, String), InvalidAttribute> {
        let (name, value) = text.split_once('=').ok_or(InvalidAttribute::NoValue)?;
        if value.chars().count() > LONGEST {
            return Err(InvalidAttribute::TooLong);
        }
        Ok((Self::parse(name)?, value.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AttributeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_cut_at_its_first_equals_sign() {
        let (name, value) = AttributeName::parse_pair("dept=a=b").expect("a pair");
        assert_eq!((name.as_str(), value.as_str()), ("dept", "a=b"));
        assert_eq!(AttributeName::parse_pair("dept"), Err(InvalidAttribute::NoValue));
        for text in ["=x", "-a=x", "a b=x", "é=x", &format!("{}=x", "n".repeat(65))] {
            assert!(AttributeName::parse_pair(text).is_err(), "{text:?}");
        }
        let long = format!("a={}", "x".repeat(1025));
        assert_eq!(AttributeName::parse_pair(&long), Err(InvalidAttribute::TooLong));
    }
}
