//! Relays that mcpgw is compared with: what any relay costs at the very least, since these know nothing of what they move.

use std::{
    ffi::OsString,
    io,
    os::fd::AsFd,
    process::{Command, ExitCode, Stdio},
    thread,
};

use memchr::memrchr;
use rustix::pipe::fcntl_setpipe_size;

use super::write_all;

/// Bytes moved at a time: a pipe's capacity.
const BLOCK: usize = 64 << 10;
/// The most that is read at once of a line that is held, and what the pipes then hold, bytes: as mcpgw has it.
const LARGE_BLOCK: usize = 128 << 10;
const WIDE: usize = 256 << 10;

/// When bytes are moved on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Moves {
    /// As they come.
    AtOnce,
    /// When their line is complete.
    ByLines,
}

/// Runs the program of `arguments` with pipes, and moves bytes both ways, by two threads, until it ends.
pub(crate) fn relay(mut arguments: impl Iterator<Item = OsString>, moves: Moves) -> ExitCode {
    match arguments.next().map(|program| run(Command::new(program).args(arguments), moves)) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(_)) | None => ExitCode::FAILURE,
    }
}

fn run(command: &mut Command, moves: Moves) -> io::Result<()> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    // Not joined: it may sit in a read of the client's end, which ends with the process.
    thread::spawn(move || pump(rustix::stdio::stdin(), input, moves));
    pump(output, rustix::stdio::stdout(), moves)?;
    child.wait().map(drop)
}

fn pump(from: impl AsFd, to: impl AsFd, moves: Moves) -> io::Result<()> {
    match moves {
        Moves::AtOnce => pump_at_once(from, to),
        Moves::ByLines => pump_by_lines(from, to),
    }
}

/// Blocking reads and writes, on purpose not [`io::copy`], which would splice inside the kernel.
fn pump_at_once(from: impl AsFd, to: impl AsFd) -> io::Result<()> {
    let mut block = vec![0; BLOCK];
    loop {
        let count = rustix::io::read(&from, &mut block)?;
        if count == 0 {
            return Ok(());
        }
        write_all(&to, &block[..count])?;
    }
}

/// The same, but nothing of a line is written before all of it is there. Looks for its end, and at nothing else.
fn pump_by_lines(from: impl AsFd, to: impl AsFd) -> io::Result<()> {
    let (mut held, mut filled) = (vec![0; LARGE_BLOCK], 0);
    loop {
        if held.len() - filled < LARGE_BLOCK {
            held.resize(2 * held.len(), 0);
        }
        let count = rustix::io::read(&from, &mut held[filled..filled + LARGE_BLOCK])?;
        if count == 0 {
            return write_all(&to, &held[..filled]);
        }
        let read = filled..filled + count;
        filled = read.end;
        match memrchr(b'\n', &held[read.clone()]) {
            Some(found) => {
                let end = read.start + found + 1;
                write_all(&to, &held[..end])?;
                held.copy_within(end..filled, 0);
                filled -= end;
            }
            // A large one is on its way. Sockets have no such size.
            None if read.start == 0 => {
                let _ = fcntl_setpipe_size(&from, WIDE);
                let _ = fcntl_setpipe_size(&to, WIDE);
            }
            None => {}
        }
    }
}
