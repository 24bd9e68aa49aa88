//! Starts a server's command, or the bridge to it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::{SpawnError, StderrTail};
use crate::core::model::Command;
use crate::core::observe::{Mask, ServerLog};
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

/// What is started: a program that was found, with all that it is given.
#[derive(Debug)]
pub struct Located {
    /// The command as configured.
    command: String,
    start: ProcessStart,
    /// Hides what it is given.
    mask: Mask,
    /// Where the program is.
    pub path: PathBuf,
}

impl Located {
    /// A program of mcpgw's own, which stands for what is called `name`.
    pub(super) fn bridge(name: String, start: ProcessStart, mask: Mask) -> Self {
        Self { command: name, path: start.program.clone(), start, mask }
    }
}

/// Finds the program of `launch`, for these arguments and variables.
pub(super) fn located(
    launch: &Command,
    args: Vec<String>,
    variables: Vec<(OsString, OsString)>,
    mask: Mask,
) -> Result<Located, SpawnError> {
    if let Some(cwd) = &launch.cwd
        && !cwd.is_dir()
    {
        return Err(SpawnError::NoDirectory { path: cwd.clone(), exists: cwd.exists() });
    }
    let path = variables.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value.clone());
    let program = locate(&launch.command, launch.cwd.as_deref(), &path.unwrap_or_default())?;
    let path = launch.cwd.as_deref().unwrap_or(Path::new("")).join(&program);
    let start = ProcessStart { program, args, environment: variables, cwd: launch.cwd.clone(), own: None };
    Ok(Located { command: launch.command.clone(), start, mask, path })
}

/// Starts it in its own process group. Must be called inside a tokio runtime.
pub(super) fn spawn(located: Located, guard: &Guard, log: ServerLog) -> Result<Child, SpawnError> {
    let Located { command, start, mask, path } = located;
    let process = start.spawn(guard).map_err(|source| SpawnError::refused(command, &path, source))?;
    let group = process.group;
    let (stdin, stdout, stderr, exit) = process.into_parts();
    let log = log.masked(mask);
    log.event(&format!("started: process {}", group.id()));
    let stderr = StderrTail::drain(stderr, log.stderr(), log.mask().stream());
    Ok(Child { stdin, stdout, stderr, group, log, exit })
}

/// The program's path: as given when it holds a `/` (relative to the working directory), else by `PATH`.
pub(super) fn locate(command: &str, cwd: Option<&Path>, path: &OsStr) -> Result<PathBuf, SpawnError> {
    if command.contains('/') {
        let seen = cwd.unwrap_or(Path::new("")).join(command);
        return match (seen.is_file(), is_executable(&seen)) {
            (true, true) => Ok(PathBuf::from(command)),
            (true, false) => Err(SpawnError::NotExecutable(seen)),
            (false, _) if seen.is_dir() => Err(SpawnError::IsDirectory(seen)),
            (false, _) => Err(SpawnError::NotFound { command: command.to_owned(), is_path: true }),
        };
    }
    search_path(path, command)
        .ok_or_else(|| SpawnError::NotFound { command: command.to_owned(), is_path: false })
}
