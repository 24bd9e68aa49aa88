//! The terminal: its size, and how it was before somebody was asked for a secret.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use tokio::signal::unix::SignalKind;

/// The terminal that belongs to this process, wherever its streams lead.
const OWN: &str = "/dev/tty";

/// How the terminal was, while it is changed.
static BEFORE: Mutex<Option<(File, Termios)>> = Mutex::new(None);

/// How many lines a terminal shows; nothing when it is none, or doesn't know.
pub fn terminal_rows(terminal: impl AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(terminal).ok()?;
    (size.ws_row > 0).then_some(usize::from(size.ws_row))
}

/// How many characters a line of a terminal shows, in the same way.
pub fn terminal_columns(terminal: impl AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(terminal).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

/// Whether a person can be asked at a terminal, whatever stdin is.
pub fn has_terminal() -> bool {
    File::open(OWN).is_ok()
}

/// Runs `work`, which changes the terminal; [`restore_terminal`] undoes that, should the process end meanwhile.
pub fn changing_terminal<T>(work: impl FnOnce() -> T) -> T {
    *before() = File::open(OWN).ok().and_then(|tty| tcgetattr(&tty).ok().map(|was| (tty, was)));
    let outcome = work();
    *before() = None;
    outcome
}

/// Makes the terminal what it was before somebody who is still at it changed it.
pub fn restore_terminal() {
    if let Some((tty, was)) = before().take() {
        // One that has gone needs no mending.
        let _ = tcsetattr(&tty, OptionalActions::Now, &was);
    }
}

fn before() -> MutexGuard<'static, Option<(File, Termios)>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Stops this process and those that it was started with, as ctrl-z does; returns when the shell lets them go on.
pub fn stop_job() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Tells when the shell lets this process go on that was stopped.
pub fn continued() -> io::Result<tokio::signal::unix::Signal> {
    tokio::signal::unix::signal(SignalKind::from_raw(Signal::CONT.as_raw()))
}
