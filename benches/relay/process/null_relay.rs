//! The null relay: what any relay of two threads costs at the very least, since this one looks at nothing.

use std::{
    ffi::OsString,
    io,
    os::fd::AsFd,
    process::{Command, ExitCode, Stdio},
    thread,
};

use super::write_all;

/// Bytes moved at a time: a pipe's capacity.
const BLOCK: usize = 64 << 10;

/// Runs the program of `arguments` with pipes, and moves bytes both ways until it ends.
pub(crate) fn null_relay(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match arguments.next().map(|program| relay(Command::new(program).args(arguments))) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(_)) | None => ExitCode::FAILURE,
    }
}

fn relay(command: &mut Command) -> io::Result<()> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    // Not joined: it may sit in a read of the client's end, which ends with the process.
    thread::spawn(move || pump(rustix::stdio::stdin(), input));
    pump(output, rustix::stdio::stdout())?;
    child.wait().map(drop)
}

/// Blocking reads and writes, on purpose not [`io::copy`], which would splice inside the kernel.
fn pump(from: impl AsFd, to: impl AsFd) -> io::Result<()> {
    let mut block = vec![0; BLOCK];
    loop {
        let count = rustix::io::read(&from, &mut block)?;
        if count == 0 {
            return Ok(());
        }
        write_all(&to, &block[..count])?;
    }
}
