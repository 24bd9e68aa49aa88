//! What went wrong, in the words that every shell shows: a kind, a message and what to do about it.

use std::fmt;

use serde::Serialize;

/// The class of a problem: it decides the exit code, and is the `code` of an error in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// Anything that no other kind names.
    Failed,
    /// The request itself makes no sense.
    Usage,
    /// What was named does not exist.
    NotFound,
    /// It contradicts what is there already.
    Conflict,
    /// Nobody is logged in who could, or what they logged in with is not valid.
    Unauthenticated,
    /// Who acts may not do it.
    Denied,
    /// A server could not be started, or did not answer as it should.
    Unavailable,
    /// The vault is locked, or what it holds can't be opened.
    Locked,
    /// A check found that something is not as it should be.
    CheckFailed,
    /// The person said no, or interrupted.
    Cancelled,
}

/// One problem, ready to be shown. Message and hint may quote outside text: whoever prints them makes that safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its class.
    pub kind: ProblemKind,
    /// What happened: lower case, no full stop; further lines hold evidence, such as a child's last words.
    pub message: String,
    /// What to do now: a command to run where there is one, otherwise a short sentence.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem without a hint.
    pub fn new(kind: ProblemKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None }
    }

    /// The same problem with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}
