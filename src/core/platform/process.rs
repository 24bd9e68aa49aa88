//! A child process that leads its own group, with three pipes.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};

use rustix::fs::{Access, OFlags};
use rustix::io::Errno;
use rustix::pipe::{PipeFlags, pipe_with};
use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};

use super::endpoint::{Reader, Writer};
use super::guard::Guard;
use super::{limits, turns};
use crate::core::model::Secret;

/// What to start.
#[derive(Debug)]
pub struct ProcessStart {
    /// The program, as an absolute path or relative to `cwd`.
    pub program: PathBuf,
    /// Its arguments, without its own name.
    pub args: Vec<String>,
    /// Its whole environment.
    pub environment: Vec<(OsString, OsString)>,
    /// The directory it starts in; ours when absent.
    pub cwd: Option<PathBuf>,
    /// What it is where it is no command of somebody's.
    pub own: Option<OwnProgram>,
}

/// A program of mcpgw's own.
#[derive(Debug)]
pub struct OwnProgram {
    /// Its name, for those who look at processes.
    pub name: &'static str,
    /// What it finds on its stdin before anything else: some KiB, as nobody reads them yet.
    pub first: Secret<Vec<u8>>,
}

/// A running child and its streams.
#[derive(Debug)]
pub struct Process {
    /// Its stdin.
    pub stdin: Writer,
    /// Its stdout.
    pub stdout: Reader,
    /// Its stderr.
    pub stderr: Reader,
    /// Its process group.
    pub group: Group,
    exit: Exit,
}

/// A process group led by a child of ours, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Group(Pid);

impl Group {
    /// The group with this id, which must be above 1: lower numbers name no group of a child.
    pub(super) fn from_id(id: i32) -> Option<Self> {
        if id > 1 { Pid::from_raw(id).map(Self) } else { None }
    }

    /// Whether it has members; those that nobody has reaped yet count.
    pub(super) fn exists(self) -> bool {
        test_kill_process_group(self.0) != Err(Errno::SRCH)
    }

    /// The group's id, which is its leader's process id.
    pub fn id(self) -> i32 {
        self.0.as_raw_nonzero().get()
    }

    /// Asks every member to end (SIGTERM). A group that is gone is no error.
    pub fn terminate(self) {
        self.signal(Signal::TERM);
    }

    /// Ends every member (SIGKILL). A group that is gone is no error.
    pub fn kill(self) {
        self.signal(Signal::KILL);
    }

    fn signal(self, signal: Signal) {
        // The only failures are "no such group" and members that changed their user: nothing is left to do about either.
        let _ = kill_process_group(self.0, signal);
    }
}

impl ProcessStart {
    /// Starts it under the eyes of `guard`. Fails as `execve(2)` and `chdir(2)` do.
    pub fn spawn(self, guard: &Guard) -> io::Result<Process> {
        let (stdin, own_stdin) = pipe_with(PipeFlags::CLOEXEC)?;
        let (own_stdout, stdout) = pipe_with(PipeFlags::CLOEXEC)?;
        let (own_stderr, stderr) = pipe_with(PipeFlags::CLOEXEC)?;
        // Before there is a process that a failure would leave behind.
        let own_stdin = without_blocking(own_stdin)?;
        if let Some(OwnProgram { first, .. }) = &self.own
            && rustix::io::write(&own_stdin, first.reveal())? < first.reveal().len()
        {
            let full = "what it is to be told has no room in a pipe";
            return Err(io::Error::new(io::ErrorKind::StorageFull, full));
        }
        let stdin_end = Writer::non_blocking(own_stdin)?;
        let stdout_end = Reader::non_blocking(without_blocking(own_stdout)?)?;
        let stderr_end = Reader::non_blocking(without_blocking(own_stderr)?)?;
        let mut command = tokio::process::Command::new(&self.program);
        command.args(&self.args).env_clear().envs(self.environment).process_group(0);
        command.stdin(Stdio::from(stdin)).stdout(Stdio::from(stdout)).stderr(Stdio::from(stderr));
        if let Some(cwd) = &self.cwd {
            command.current_dir(cwd);
        }
        if let Some(own) = &self.own {
            command.arg0(own.name);
        }
        guard.ready();
        let child = limits::as_given(|| turns::as_given(|| command.spawn()))?;
        let pid = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        let group =
            Group(pid.ok_or_else(|| io::Error::other("the child ended before it could be observed"))?);
        guard.watch(group);
        Ok(Process {
            stdin: stdin_end,
            stdout: stdout_end,
            stderr: stderr_end,
            group,
            exit: Exit { child, group, guard: guard.clone() },
        })
    }
}

impl Process {
    /// Splits it into its streams and what is waited for.
    pub fn into_parts(self) -> (Writer, Reader, Reader, Exit) {
        (self.stdin, self.stdout, self.stderr, self.exit)
    }
}

/// The end of a child, to be waited for once.
#[derive(Debug)]
pub struct Exit {
    child: tokio::process::Child,
    group: Group,
    guard: Guard,
}

impl Exit {
    /// Waits until the group's leader has ended and reaps it. Cancel-safe.
    pub async fn wait(&mut self) -> io::Result<ExitStatus> {
        self.child.wait().await
    }

    /// Kills what is left of the group once its leader has ended, and has the guard forget it: the system may give the
    /// group's id to another from now on.
    pub fn finish(self) {
        self.group.kill();
        self.guard.forget(self.group);
    }
}

/// Whether `path` is a file that we may execute.
pub fn is_executable(path: &Path) -> bool {
    path.is_file() && rustix::fs::access(path, Access::EXEC_OK).is_ok()
}

/// The first executable called `name` in the directories of `path`, a value of `PATH`.
pub fn search_path(path: &OsStr, name: &str) -> Option<PathBuf> {
    let directories =
        path.as_bytes().split(|&byte| byte == b':').map(|bytes| Path::new(OsStr::from_bytes(bytes)));
    directories.map(|directory| directory.join(name)).find(|candidate| is_executable(candidate))
}

fn without_blocking(fd: OwnedFd) -> io::Result<OwnedFd> {
    let flags = rustix::fs::fcntl_getfl(&fd)?;
    rustix::fs::fcntl_setfl(&fd, flags | OFlags::NONBLOCK)?;
    Ok(fd)
}
