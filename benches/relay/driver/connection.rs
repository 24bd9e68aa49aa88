//! A started process and the client's end of its standard input and output.

use std::{
    ops::Range,
    os::{fd::OwnedFd, unix::net::UnixStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Instant,
};

use rustix::process::{Pid, Signal, kill_process};

use super::{
    Broken, Outcome, Wire,
    watchdog::{PATIENCE, Watchdog},
};
use crate::process::{LineReader, write_all, write_parts};

/// Room for the largest frame that is read, so that no measurement includes growing a buffer.
const ROOM: usize = 24 << 20;

/// A process that is spoken to.
#[derive(Debug)]
pub(crate) struct Connection {
    child: Child,
    input: Option<OwnedFd>,
    lines: LineReader<OwnedFd>,
    watchdog: Watchdog,
    /// When the process was asked for.
    pub(crate) began: Instant,
}

impl Connection {
    /// Starts `command` with its standard input and output over `wire`.
    pub(crate) fn open(mut command: Command, wire: Wire) -> Outcome<Self> {
        let watchdog = Watchdog::new();
        let (input, output) =
            ends(&mut command, wire).map_err(Broken::while_doing("make a pipe or socket pair"))?;
        let lines = LineReader::new(output, ROOM);
        let began = Instant::now();
        let child = command.spawn().map_err(|source| Broken::Spawn { program: program(&command), source })?;
        watchdog.watch(Pid::from_child(&child));
        Ok(Self { child, input: Some(input), lines, watchdog, began })
    }

    /// The process's id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Writes whole frames.
    pub(crate) fn send(&self, frames: &[u8]) -> Outcome<()> {
        match &self.input {
            Some(input) => write_all(input, frames).map_err(Broken::while_doing("write to the process")),
            None => Ok(()),
        }
    }

    /// Writes one frame that comes in parts.
    pub(crate) fn send_parts<const COUNT: usize>(&self, parts: [&[u8]; COUNT]) -> Outcome<()> {
        match &self.input {
            Some(input) => write_parts(input, parts).map_err(Broken::while_doing("write to the process")),
            None => Ok(()),
        }
    }

    /// The next frame, newline excluded; read if it isn't here yet.
    pub(crate) fn frame(&mut self) -> Outcome<Range<usize>> {
        let frame = self.lines.next().map_err(Broken::while_doing("read from the process"))?;
        frame.ok_or(Broken::Ended(PATIENCE.as_secs()))
    }

    /// The bytes of a frame, until the next read.
    pub(crate) fn bytes(&self, frame: Range<usize>) -> &[u8] {
        self.lines.bytes(frame)
    }

    /// Asks the process to end, and waits until it has; how it does makes no difference.
    pub(crate) fn terminate(mut self) -> Outcome<()> {
        kill_process(Pid::from_child(&self.child), Signal::TERM)
            .map_err(|error| Broken::while_doing("signal the process")(error.into()))?;
        // It may have much to say yet.
        while self.lines.next().map_err(Broken::while_doing("read from the process"))?.is_some() {}
        self.child.wait().map_err(Broken::while_doing("wait for the process"))?;
        Ok(())
    }

    /// Hangs up and waits until the process has ended.
    pub(crate) fn close(mut self) -> Outcome<()> {
        self.input = None;
        let status = self.child.wait().map_err(Broken::while_doing("wait for the process"))?;
        drop(self.watchdog);
        if status.success() { Ok(()) } else { Err(Broken::Status(status)) }
    }
}

/// Gives `command` one end of each stream and returns the others: what to write to, what to read from.
fn ends(command: &mut Command, wire: Wire) -> std::io::Result<(OwnedFd, OwnedFd)> {
    match wire {
        Wire::Pipes => {
            let (theirs, input) = std::io::pipe()?;
            let (output, ours) = std::io::pipe()?;
            command.stdin(theirs).stdout(ours);
            Ok((input.into(), output.into()))
        }
        Wire::Socketpairs => {
            let (theirs, input) = UnixStream::pair()?;
            let (output, ours) = UnixStream::pair()?;
            command.stdin(Stdio::from(OwnedFd::from(theirs))).stdout(Stdio::from(OwnedFd::from(ours)));
            Ok((input.into(), output.into()))
        }
    }
}

fn program(command: &Command) -> PathBuf {
    command.get_program().into()
}
