//! People, and services that act without one.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use super::{TeamId, UserId};

/// Why a user's email was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no email address")]
pub struct InvalidEmail(String);

/// An email address as it is compared: trimmed and in lower case. Two users never have the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Reads an address: one `@` with something before it and a domain behind it, 254 bytes at most (RFC 5321, section
    /// 4.5.3.1), nothing that is white space, a control character or a bracket. Whether it exists is not asked.
    pub fn parse(text: &str) -> Result<Self, InvalidEmail> {
        let refused = || InvalidEmail(text.trim().to_owned());
        let address = text.trim().to_lowercase();
        let odd = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\')
        };
        let (local, domain) = address.split_once('@').ok_or_else(refused)?;
        let whole = !local.is_empty() && !domain.is_empty() && !domain.contains('@');
        let named = domain.split('.').all(|label| !label.is_empty());
        if whole && named && local.len() <= 64 && address.len() <= 254 && !address.contains(odd) {
            Ok(Self(address))
        } else {
            Err(refused())
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whether a user may act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UserStatus {
    /// Yes.
    Active,
    /// Not before somebody approves.
    Pending,
    /// No more.
    Disabled,
}

impl UserStatus {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Active, Self::Pending, Self::Disabled];

    /// One word for it, which [`UserStatus::parse`] reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Disabled => "disabled",
        }
    }

    /// The status of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == text)
    }
}

/// One row of the store: somebody who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their identity.
    pub id: UserId,
    /// What they log in with. The owner of a store that one person uses needs none.
    pub email: Option<Email>,
    /// Their name, as they write it.
    pub full_name: String,
    /// Whether they may act.
    pub status: UserStatus,
    /// The account of the operating system that acts as this user where nobody logs in.
    pub os_uid: Option<u32>,
    /// The team that owns a service user, which never logs in; `None`: a person.
    pub service_of: Option<TeamId>,
    /// Every user's own team.
    pub personal_team: TeamId,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl User {
    /// What people call who has no email.
    pub const OWNER: &str = "the owner of this store";

    /// What people call them.
    pub fn called(&self) -> &str {
        self.email.as_ref().map_or(Self::OWNER, Email::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_differ_in_case_only_are_one() {
        assert_eq!(Email::parse(" Ann@Example.ORG "), Email::parse("ann@example.org"));
        assert_eq!(Email::parse("ann@example.org").expect("an address").domain(), "example.org");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long = format!("{}@example.org", "a".repeat(65));
        for text in
            ["", "ann", "@", "ann@", "@b.c", "a@b@c", "a b@c.d", "a@b..c", "a\u{1b}@b.c", "<a@b.c>", &long]
        {
            assert!(Email::parse(text).is_err(), "{text:?}");
        }
    }
}
