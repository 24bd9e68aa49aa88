//! How a command ends: nothing else turns errors into exit codes, messages and JSON.

use std::io;
use std::process::ExitCode;

use serde_json::json;

use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;
use crate::core::untrusted::untrusted_json;

/// The process's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// It worked.
    Success = 0,
    /// It failed.
    Failed = 1,
    /// The arguments make no sense.
    Usage = 2,
    /// What was named does not exist.
    NotFound = 3,
    /// Nobody is logged in who could.
    Unauthenticated = 4,
    /// Who is logged in may not.
    Denied = 5,
    /// It contradicts what is there already.
    Conflict = 6,
    /// A server could not be reached.
    Unavailable = 7,
    /// The vault is locked.
    Locked = 8,
    /// A check found a problem.
    CheckFailed = 9,
    /// The person said no, or interrupted.
    Cancelled = 10,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<ProblemKind> for Exit {
    fn from(kind: ProblemKind) -> Self {
        match kind {
            ProblemKind::Failed => Self::Failed,
            ProblemKind::Usage => Self::Usage,
            ProblemKind::NotFound => Self::NotFound,
            ProblemKind::Conflict => Self::Conflict,
            ProblemKind::Unauthenticated => Self::Unauthenticated,
            ProblemKind::Denied => Self::Denied,
            ProblemKind::Unavailable => Self::Unavailable,
            ProblemKind::Locked => Self::Locked,
            ProblemKind::CheckFailed => Self::CheckFailed,
            ProblemKind::Cancelled => Self::Cancelled,
        }
    }
}

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum CommandError {
    /// Something that a person is told.
    Problem(Problem),
    /// Whoever read our output has gone: nobody is left to be told anything.
    BrokenPipe,
}

impl CommandError {
    /// The exit code.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Problem(problem) => problem.kind.into(),
            Self::BrokenPipe => Exit::Success,
        }
    }

    /// `{"error":{"code","message","hint"}}`; the hint is left out when there is none.
    pub(super) fn json(problem: &Problem) -> String {
        let mut error = json!({"code": problem.kind, "message": problem.message});
        if let Some(hint) = &problem.hint {
            error["hint"] = json!(hint);
        }
        untrusted_json(&json!({ "error": error }).to_string()).into_owned()
    }
}

impl From<Problem> for CommandError {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        Self::Problem(error.into())
    }
}

/// An error of our own streams.
impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::BrokenPipe;
        }
        Self::Problem(Problem::new(ProblemKind::Failed, format!("can't write the output: {error}")))
    }
}

/// What goes wrong when JSON of our own is written; it holds no map whose keys are not strings.
impl From<serde_json::Error> for CommandError {
    fn from(error: serde_json::Error) -> Self {
        Self::Problem(Problem::new(ProblemKind::Failed, format!("can't write JSON: {error}")))
    }
}
