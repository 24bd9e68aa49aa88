//! What can go wrong between a command and one server.

use std::fmt;
use std::process::ExitStatus;
use std::time::Duration;

use crate::core::model::ListKind;
use crate::core::settings::format_duration;
use crate::core::upstream::{SpawnError, telling};

/// What was being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Opening the secrets that it needs.
    Secrets,
    /// Finding the program.
    Command,
    /// Starting the process.
    Spawn,
    /// The `initialize` handshake.
    Initialize,
    /// Fetching all pages of one list.
    List(ListKind),
    /// A request of this method.
    Request(String),
    /// Ending it.
    Stop,
}

impl Step {
    /// The step of a start that fails like this.
    fn of(error: &SpawnError) -> Self {
        match error {
            SpawnError::Locked(_) | SpawnError::Header(_) | SpawnError::LongCall => Self::Secrets,
            SpawnError::NotFound { .. }
            | SpawnError::IsDirectory(_)
            | SpawnError::NotExecutable(_)
            | SpawnError::NoDirectory { .. } => Self::Command,
            SpawnError::NoInterpreter { .. } | SpawnError::NoProgram(_) | SpawnError::Refused { .. } => {
                Self::Spawn
            }
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Secrets => "secrets",
            Self::Command => "command",
            Self::Spawn => "start",
            Self::Initialize => "initialize",
            Self::List(kind) => kind.method(),
            Self::Request(method) => method,
            Self::Stop => "stop",
        })
    }
}

/// A step that failed, with the evidence.
#[derive(Debug)]
pub struct DirectError {
    /// What was being done.
    pub step: Step,
    /// Why it failed.
    pub cause: DirectCause,
    /// What was seen of the process.
    pub evidence: Box<Evidence>,
}

/// What a process leaves behind when it fails.
#[derive(Debug, Default)]
pub struct Evidence {
    /// How the process ended, if it has.
    pub exit: Option<ExitStatus>,
    /// The last lines of its stderr: untrusted text.
    pub stderr: Vec<String>,
    /// The first line on its stdout that was no message: untrusted text.
    pub noise: Option<String>,
}

/// Why a step failed.
#[derive(Debug, thiserror::Error)]
pub enum DirectCause {
    /// The process could not be started.
    #[error(transparent)]
    Spawn(#[from] SpawnError),
    /// It closed its stdout.
    #[error("it ended before it answered")]
    Ended,
    /// It did not answer in time.
    #[error("no answer within {}", format_duration(*.0))]
    TimedOut(Duration),
    /// It answered with a JSON-RPC error.
    #[error("it answered with error {code}: {message}")]
    Refused {
        /// The raw `code`.
        code: String,
        /// Its `message`: untrusted text.
        message: String,
        /// The raw error object.
        error: Box<[u8]>,
    },
    /// It answered with something that MCP doesn't allow there.
    #[error("{0}")]
    Malformed(String),
    /// Its pages don't end.
    #[error("its list does not end: {0}")]
    Endless(String),
    /// Its streams broke.
    #[error("its streams broke: {0}")]
    Stream(#[from] std::io::Error),
}

impl From<SpawnError> for DirectError {
    fn from(error: SpawnError) -> Self {
        Self { step: Step::of(&error), cause: error.into(), evidence: Box::default() }
    }
}

impl DirectError {
    /// All of it on one line, with that of its last words that tells most.
    pub fn brief(&self) -> String {
        match telling(&self.evidence.stderr) {
            Some(line) => format!("{self}: {line}"),
            None => self.to_string(),
        }
    }
}

impl fmt::Display for DirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.step, self.cause)?;
        match self.evidence.exit {
            // That nothing is wrong with how it ended tells something as well.
            Some(status) if !status.success() || matches!(self.cause, DirectCause::Ended) => {
                write!(f, " ({status})")
            }
            _ => Ok(()),
        }
    }
}

impl std::error::Error for DirectError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}
