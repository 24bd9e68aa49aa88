//! What stands behind the `@` of addresses.

use std::fmt;

use serde::Serialize;

use super::Email;

/// Why a domain was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no domain of email addresses")]
pub struct InvalidDomain(String);

/// What stands behind the `@` of addresses, as they are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EmailDomain(String);

impl EmailDomain {
    /// Reads what may stand behind the `@` of an [`Email`], alone.
    pub fn parse(text: &str) -> Result<Self, InvalidDomain> {
        let refused = || InvalidDomain(text.to_owned());
        let email = Email::parse(&format!("x@{}", text.trim())).map_err(|_| refused())?;
        Ok(Self(email.domain().to_owned()))
    }

    /// The domain as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One row of the store: a domain of a team's people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamDomain {
    /// The domain.
    pub domain: EmailDomain,
    /// Whether whose address there is proven comes into the team.
    pub auto_join: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_what_stands_behind_the_at() {
        assert_eq!(
            EmailDomain::parse(" Example.ORG").map(|domain| domain.to_string()),
            Ok("example.org".to_owned())
        );
        for text in ["", "a@b.c", "a b", ".org", "a..b"] {
            assert!(EmailDomain::parse(text).is_err(), "{text:?}");
        }
    }
}
