//! People who share servers.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use super::{TeamId, Tenancy, UserId};

/// Why a team's slug was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a team's slug is 1 to 32 of a-z 0-9 - and starts with a letter or digit, not {0:?}")]
pub struct InvalidTeam(String);

/// What commands call a team: unique in the store, `[a-z0-9][a-z0-9-]{0,31}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct TeamSlug(String);

impl TeamSlug {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidTeam> {
        let mut bytes = text.bytes();
        let valid = text.len() <= 32
            && bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidTeam(text.to_owned())) }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TeamSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whether what a team has is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamStatus {
    /// It is.
    Active,
    /// It is until then.
    Trial {
        /// From then on the team is as good as suspended.
        ends: Timestamp,
    },
    /// Nothing of it is listed or callable.
    Suspended,
}

impl TeamStatus {
    /// Whether what the team has is served at `now`.
    pub fn serves(self, now: Timestamp) -> bool {
        match self {
            Self::Active => true,
            Self::Trial { ends } => now < ends,
            Self::Suspended => false,
        }
    }

    /// When that changes by itself.
    pub fn until(self) -> Option<Timestamp> {
        match self {
            Self::Trial { ends } => Some(ends),
            Self::Active | Self::Suspended => None,
        }
    }
}

/// One row of the store: a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its identity.
    pub id: TeamId,
    /// What commands call it.
    pub slug: TeamSlug,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whose own team it is: it has this one member for ever. `None`: a shared team.
    pub personal_of: Option<UserId>,
    /// Whether people who are not in it may find it, and ask to join.
    pub discoverable: bool,
    /// Whether what it has is served.
    pub status: TeamStatus,
    /// What it may have and do.
    pub tenancy: Tenancy,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_what_a_path_and_a_shell_take_as_it_is() {
        assert!(TeamSlug::parse("web-2").is_ok());
        for text in ["", "-a", "A", "a b", "a/b", "a_b", "é", &"a".repeat(33)] {
            assert!(TeamSlug::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_trial_ends_at_its_end() {
        let ends = Timestamp::from_second(100).expect("a time");
        let before = Timestamp::from_second(99).expect("a time");
        assert!(TeamStatus::Trial { ends }.serves(before));
        assert!(!TeamStatus::Trial { ends }.serves(ends));
    }
}
