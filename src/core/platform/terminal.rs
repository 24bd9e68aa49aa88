//! The size of a terminal.

use std::os::fd::AsFd;

/// How many lines a terminal shows; nothing when it is none, or doesn't know.
pub fn terminal_rows(terminal: impl AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(terminal).ok()?;
    (size.ws_row > 0).then_some(usize::from(size.ws_row))
}
