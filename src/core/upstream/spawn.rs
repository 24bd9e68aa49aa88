//! Starts a server's command.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use super::{Locked, StderrTail};
use crate::core::model::Launch;
use crate::core::observe::ServerLog;
use crate::core::platform::{Exit, Group, Guard, ProcessStart, Reader, Writer, is_executable, search_path};

/// A started child. Its stderr is drained into [`Child::stderr`] by a task that ends with the stream.
#[derive(Debug)]
pub struct Child {
    /// Frames go here.
    pub stdin: Writer,
    /// Frames come from here.
    pub stdout: Reader,
    /// What it said last on stderr.
    pub stderr: StderrTail,
    /// Its process group.
    pub group: Group,
    /// Where what is said of it goes; its stderr goes there by itself.
    pub log: ServerLog,
    /// Its end.
    pub exit: Exit,
}

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
    /// The program exists and may not be executed.
    #[error("{0}: not executable")]
    NotExecutable(PathBuf),
    /// The working directory is missing or no directory.
    #[error("{0}: no such directory to start in")]
    NoDirectory(PathBuf),
    /// It can't have a secret that it needs.
    #[error(transparent)]
    Locked(Box<Locked>),
    /// The operating system refused.
    #[error("can't start {command}: {source}")]
    Refused {
        /// The command as configured.
        command: String,
        /// What it said.
        source: io::Error,
    },
}

/// Starts `launch` with these arguments and variables in its own process group. Must be called inside a tokio runtime.
pub(super) fn spawn(
    launch: &Launch,
    args: Vec<String>,
    variables: Vec<(OsString, OsString)>,
    guard: &Guard,
    log: ServerLog,
) -> Result<Child, SpawnError> {
    if let Some(cwd) = &launch.cwd
        && !cwd.is_dir()
    {
        return Err(SpawnError::NoDirectory(cwd.clone()));
    }
    let path = variables.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value.clone());
    let program = locate(&launch.command, launch.cwd.as_deref(), &path.unwrap_or_default())?;
    let start = ProcessStart { program, args, environment: variables, cwd: launch.cwd.clone() };
    let process = start
        .spawn(guard)
        .map_err(|source| SpawnError::Refused { command: launch.command.clone(), source })?;
    let group = process.group;
    let (stdin, stdout, stderr, exit) = process.into_parts();
    log.event(&format!("started: process {}", group.id()));
    let stderr = StderrTail::drain(stderr, log.stderr());
    Ok(Child { stdin, stdout, stderr, group, log, exit })
}

/// The program's path: as given when it holds a `/` (relative to the working directory), else by `PATH`.
pub(super) fn locate(command: &str, cwd: Option<&Path>, path: &OsStr) -> Result<PathBuf, SpawnError> {
    if command.contains('/') {
        let seen = cwd.unwrap_or(Path::new("")).join(command);
        return match (seen.is_file(), is_executable(&seen)) {
            (true, true) => Ok(PathBuf::from(command)),
            (true, false) => Err(SpawnError::NotExecutable(seen)),
            (false, _) => Err(SpawnError::NotFound { command: command.to_owned(), is_path: true }),
        };
    }
    search_path(path, command)
        .ok_or_else(|| SpawnError::NotFound { command: command.to_owned(), is_path: false })
}
