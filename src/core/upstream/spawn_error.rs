//! Why a command can't be started, and what to do about it.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::Locked;
use super::bridge::LONGEST_CALL;
use crate::core::model::{InvalidServer, shell_word};

/// Bytes of the first line of a script that are looked at: what Linux reads of it (execve(2)).
const FIRST_LINE: u64 = 256;

/// Why a command could not be started.
#[derive(Debug, thiserror::Error)]
pub enum SpawnError {
    /// No such program, neither as a path nor in the directories of `PATH`.
    #[error("{command}: no such program{}", if *.is_path { "" } else { " on PATH" })]
    NotFound {
        /// The command as configured.
        command: String,
        /// Whether it is a path rather than a name to look up.
        is_path: bool,
    },
    /// The path leads to a directory.
    #[error("{}: a directory, not a program", .0.display())]
    IsDirectory(PathBuf),
    /// The program exists and may not be executed.
    #[error("{}: not executable", .0.display())]
    NotExecutable(PathBuf),
    /// The working directory is missing or no directory.
    #[error("{}: {}", .path.display(), if *.exists { "not a directory, and it can't start there" } else { "no such directory to start in" })]
    NoDirectory {
        /// The directory as configured.
        path: PathBuf,
        /// Whether there is something else of that name.
        exists: bool,
    },
    /// It can't have a secret that it needs.
    #[error(transparent)]
    Locked(Box<Locked>),
    /// The program that a script's first line names is missing.
    #[error("{}: its first line names {interpreter}, which is not there", .script.display())]
    NoInterpreter {
        /// The script.
        script: PathBuf,
        /// What stands behind `#!`: untrusted text.
        interpreter: String,
    },
    /// It is made for another system, or a script without a first line that says so.
    #[error("{}: neither a program for this machine nor a script that begins with #!", .0.display())]
    NoProgram(PathBuf),
    /// A header that it is to be called with can't be sent.
    #[error(transparent)]
    Header(InvalidServer),
    /// What it is to be called with is longer than servers take.
    #[error("its URL and headers are longer than {} KiB with the secrets in them", LONGEST_CALL / 1024)]
    LongCall,
    /// The operating system refused.
    #[error("can't start {command}: {source}")]
    Refused {
        /// The command as configured.
        command: String,
        /// What it said.
        source: io::Error,
    },
}

impl SpawnError {
    /// The program at `path` was there, and the system did not start it.
    pub(super) fn refused(command: String, path: &Path, source: io::Error) -> Self {
        match (source.kind(), interpreter(path)) {
            (ErrorKind::NotFound, Some(interpreter)) => {
                Self::NoInterpreter { script: path.into(), interpreter }
            }
            // ENOEXEC has no kind of its own.
            (_, None) if source.raw_os_error() == Some(8) => Self::NoProgram(path.into()),
            _ => Self::Refused { command, source },
        }
    }

    /// What to do about it, as far as that can be said without knowing the server; what is locked knows better.
    pub fn remedy(&self) -> Option<String> {
        Some(match self {
            Self::NotFound { command, .. } if command.trim().contains(char::is_whitespace) => {
                format!("give the command and its arguments as words of their own: {command}")
            }
            Self::NotFound { command, is_path: false } => {
                format!("install {}, or give its full path", shell_word(command))
            }
            Self::NotFound { is_path: true, .. } | Self::IsDirectory(_) => {
                "check the path of the command".to_owned()
            }
            Self::NotExecutable(path) => format!("chmod +x {}", shell_word(&path.to_string_lossy())),
            Self::NoDirectory { path, exists: false } => {
                format!("mkdir {}, or choose another --cwd", shell_word(&path.to_string_lossy()))
            }
            Self::NoDirectory { exists: true, .. } => "choose another --cwd".to_owned(),
            Self::NoInterpreter { interpreter, .. } => {
                format!("install {}, or correct the first line", shell_word(interpreter))
            }
            Self::NoProgram(path) => {
                format!("see what it is: file {}", shell_word(&path.to_string_lossy()))
            }
            Self::Header(_) => "see that the secret in it is one line: mcpgw secret list".to_owned(),
            Self::Locked(_) | Self::LongCall | Self::Refused { .. } => return None,
        })
    }
}

/// What the first line of a script names as its interpreter.
fn interpreter(script: &Path) -> Option<String> {
    let mut start = Vec::new();
    File::open(script).ok()?.take(FIRST_LINE).read_to_end(&mut start).ok()?;
    let line = start.strip_prefix(b"#!")?.split(|&byte| byte == b'\n').next()?;
    let line = String::from_utf8_lossy(line);
    line.split_whitespace().next().map(ToOwned::to_owned)
}
