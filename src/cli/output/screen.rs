//! A terminal's screen that is drawn again and again.

use std::fmt::Write as _;
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

    /// Puts a page in place of the one before; of what is below the screen's end only the number of lines is shown.
    pub fn draw(&mut self, human: impl FnOnce(&mut Page)) -> Result<(), CommandError> {
        let text = self.output.page(human);
        let rows = terminal_rows(io::stdout()).unwrap_or(usize::MAX);
        let mut stdout = io::stdout().lock();
        stdout.write_all(frame(&text, rows).as_bytes())?;
        Ok(stdout.flush()?)
    }
}

/// What makes a screen of so many rows show `text`.
fn frame(text: &str, rows: usize) -> String {
    let lines: Vec<_> = text.lines().collect();
    let shown = if lines.len() > rows { rows.saturating_sub(1) } else { lines.len() };
    let mut frame = String::from("\x1b[H");
    for line in &lines[..shown] {
        frame.push_str(line);
        // Nothing of the line before it is left behind it.
        frame.push_str("\x1b[K\r\n");
    }
    if shown < lines.len() {
        // A heading may have begun above.
        let _ = write!(frame, "\x1b[0m… {} more lines\x1b[K", lines.len() - shown);
    } else if shown > 0 {
        // The last line end would scroll a full screen.
        frame.truncate(frame.len() - 2);
    }
    frame.push_str("\x1b[J");
    frame
}

impl Drop for Screen {
    fn drop(&mut self) {
        let mut stdout = io::stdout().lock();
        // A terminal that has gone needs no mending.
        let _ = stdout.write_all(LEAVE).and_then(|()| stdout.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_filled_and_never_scrolled() {
        assert_eq!(frame("", 2), "\x1b[H\x1b[J");
        assert_eq!(frame("a\nb\n", 2), "\x1b[Ha\x1b[K\r\nb\x1b[K\x1b[J");
        assert_eq!(frame("a\nb\nc\n", 2), "\x1b[Ha\x1b[K\r\n\x1b[0m… 2 more lines\x1b[K\x1b[J");
    }
}
