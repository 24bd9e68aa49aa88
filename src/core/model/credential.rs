//! What is kept of a password, and of attempts to log in with it.

use std::fmt;

use jiff::Timestamp;

/// A password that nobody can read any more: Argon2id as a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Takes a PHC string as it is; who compares finds out whether it is one.
    pub fn new(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A hash is no password, but what passwords are guessed with.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(..)")
    }
}

/// How logging in went lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Wrong passwords since the last right one.
    pub failed: u32,
    /// Until then not even the right one helps.
    pub locked_until: Option<Timestamp>,
}

/// A password, as far as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Password {
    /// What it is compared with.
    pub hash: PasswordHash,
    /// Whether it does for nothing but to choose another one.
    pub must_change: bool,
    /// When it was chosen.
    pub set_at: Timestamp,
    /// How logging in with it went lately.
    pub standing: Standing,
}
