//! A configured server: its name, how it is reached, and what its owner set for it.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::launch::LONGEST_PASSED;
use super::remote::{LONGEST_HEADERS, LONGEST_URL};
use super::{Belonging, Launch, ServerId, Target};

/// How long a child may take from spawn to its `initialize` answer, unless its owner sets another limit.
pub const DEFAULT_START_TIMEOUT: Duration = Duration::from_mins(1);

/// Why a server's name, alias or launch was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidServer {
    /// The name breaks [`ServerName::parse`]'s rule.
    #[error("a server's name is 1 to 64 of A-Z a-z 0-9 . _ - and starts with a letter or digit, not {0:?}")]
    Name(String),
    /// The alias breaks [`ServerAlias::parse`]'s rule.
    #[error("an alias is 1 to 32 of a-z 0-9 _ - and starts with a letter or digit, not {0:?}")]
    Alias(String),
    /// The command is empty.
    #[error("the command is empty")]
    EmptyCommand,
    /// A value or argument holds a NUL byte, or a variable's name is empty or holds `=`, white space or a control character.
    #[error("{0} holds a character that can't be passed to a process")]
    Unpassable(String),
    /// It is longer than [`LONGEST_PASSED`].
    #[error("{0} is longer than {most} bytes: it can't be passed to a process", most = LONGEST_PASSED)]
    TooLong(String),
    /// The URL is none that a server can have; the text says why.
    #[error("the URL {0}")]
    Url(&'static str),
    /// It is longer than [`LONGEST_URL`].
    #[error("the URL is longer than {LONGEST_URL} bytes")]
    LongUrl,
    /// A part of the URL is named as secrets are, and its value stands there in clear.
    #[error("the URL holds a secret in clear, as its {0:?}")]
    SecretInUrl(String),
    /// The header's name is no token (RFC 9110, section 5.6.2).
    #[error("{0:?} can't be the name of a header")]
    HeaderName(String),
    /// mcpgw, or HTTP, sets this header.
    #[error("the header {0} is set by mcpgw")]
    OwnHeader(String),
    /// The header's value holds what no header may (RFC 9110, section 5.5).
    #[error("the value of the header {0} holds a character that can't be sent")]
    HeaderValue(String),
    /// All headers are longer than [`LONGEST_HEADERS`] together.
    #[error("the headers are longer than {LONGEST_HEADERS} bytes")]
    LongHeaders,
}

/// What people call a server: unique in its team, `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ServerName(String);

impl ServerName {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidServer> {
        let mut bytes = text.bytes();
        let valid = text.len() <= 64
            && bytes.next().is_some_and(|b| b.is_ascii_alphanumeric())
            && bytes.all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidServer::Name(text.to_owned())) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ServerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The prefix of a server's advertised names: `[a-z0-9][a-z0-9_-]{0,31}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ServerAlias(String);

impl ServerAlias {
    /// The longest alias, bytes.
    pub const LONGEST: usize = 32;

    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidServer> {
        let mut bytes = text.bytes();
        let valid = text.len() <= Self::LONGEST
            && bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidServer::Alias(text.to_owned())) }
    }

    /// The alias that a server gets when nobody names one: its name in lower case, `.` as `-`, cut to 32.
    pub fn from_name(name: &ServerName) -> Self {
        let mapped = name.0.chars().map(|c| if c == '.' { '-' } else { c.to_ascii_lowercase() });
        Self(mapped.take(Self::LONGEST).collect())
    }

    /// The alias as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ServerAlias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whether a server's tools and prompts are advertised as `<alias>__<name>` or under their own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prefix {
    /// `<alias><separator><name>`.
    Alias,
    /// The server's own name, with only forbidden characters replaced.
    None,
}

/// One row of the store: a server that mcpgw may put behind a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its identity.
    pub id: ServerId,
    /// Whose it is, and who else may see it.
    pub belonging: Belonging,
    /// Its name.
    pub name: ServerName,
    /// The prefix of its advertised names.
    pub alias: ServerAlias,
    /// Whether that prefix is used.
    pub prefix: Prefix,
    /// Whether sessions use it at all.
    pub enabled: bool,
    /// Whether it starts with every session, rather than when it is first needed.
    pub eager: bool,
    /// How it is reached.
    pub launch: Launch,
    /// The limit from spawn to its `initialize` answer.
    pub start_timeout: Duration,
    /// The limit for one request, restarted by its progress; none by default.
    pub call_timeout: Option<Duration>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl Server {
    /// Whether a reference stood here already when the server was `before`, in the same team and with no fewer who could use it.
    pub fn had(&self, before: Option<&Self>, target: &Target) -> bool {
        before.is_some_and(|before| {
            let (old, new) = (&before.belonging, &self.belonging);
            let mut references = before.launch.references.iter();
            old.team == new.team
                && old.is_as_wide_as(new)
                && references.any(|reference| reference.target == *target)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_derived_from_any_name_is_valid() {
        for name in ["github", "My.Server_1", "A", "x-1", &"N".repeat(64)] {
            let name = ServerName::parse(name).expect("valid name");
            let alias = ServerAlias::from_name(&name);
            assert_eq!(ServerAlias::parse(alias.as_str()), Ok(alias.clone()));
        }
    }

    #[test]
    fn names_that_would_confuse_a_path_or_a_terminal_are_refused() {
        for name in ["", "a/b", "-x", "a b", "é", "a\u{1b}[31m", &"n".repeat(65)] {
            assert!(ServerName::parse(name).is_err(), "{name:?}");
        }
    }
}
