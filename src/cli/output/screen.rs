//! A terminal's screen that is drawn again and again.

use std::io::{self, Write as _};

use super::Page;
use super::printer::Output;
use crate::cli::error::CommandError;
use crate::core::platform::terminal_rows;

/// The alternate screen, without a cursor (`XTerm` Control Sequences, DECSET 1049 and 25).
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l";
const LEAVE: &[u8] = b"\x1b[?25h\x1b[?1049l";

/// The whole screen; what was there before comes back with its end.
#[derive(Debug)]
pub struct Screen {
    output: Output,
}

impl Screen {
    pub(super) fn new(output: Output) -> Result<Self, CommandError> {
        io::stdout().lock().write_all(ENTER)?;
        Ok(Self { output })
    }

    /// Puts a page in place of the one before; what is below the screen's end is left out.
    pub fn draw(&mut self, human: impl FnOnce(&mut Page)) -> Result<(), CommandError> {
        let text = self.output.page(human);
        let rows = terminal_rows(io::stdout()).unwrap_or(usize::MAX);
        let mut frame = String::from("\x1b[H");
        for (row, line) in text.lines().take(rows).enumerate() {
            frame.push_str(if row > 0 { "\r\n" } else { "" });
            frame.push_str(line);
            // Nothing of the line before it is left behind it.
            frame.push_str("\x1b[K");
        }
        frame.push_str("\x1b[J");
        let mut stdout = io::stdout().lock();
        stdout.write_all(frame.as_bytes())?;
        Ok(stdout.flush()?)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let mut stdout = io::stdout().lock();
        // A terminal that has gone needs no mending.
        let _ = stdout.write_all(LEAVE).and_then(|()| stdout.flush());
    }
}
