//! The whole screen, taken and given back.

use std::io::{self, Stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal};

use crate::core::platform::stop_job;

/// Whether the screen is ours. A panic gives it back before it says what happened, and its owner's end does so not again.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal, as long as it is ours; what was there before comes back with its end.
#[derive(Debug)]
pub(in crate::tui) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    pub(in crate::tui) fn take() -> io::Result<Self> {
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let said = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            said(info);
        }));
        let screen = Self { terminal };
        enter()?;
        Ok(screen)
    }

    pub(in crate::tui) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws a frame. After a panic, which may not have reached its owner yet, what is there is the shell's.
    pub(in crate::tui) fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.terminal.draw(paint).map(drop)
    }

    /// Takes a terminal again that somebody else had meanwhile; the next frame is drawn in full.
    pub(in crate::tui) fn retake(&mut self) -> io::Result<()> {
        enter()?;
        // `Terminal::clear` would ask the terminal where its cursor is, and the answer comes where keys do.
        self.terminal.resize(Rect::from((Position::ORIGIN, self.size()?)))
    }

    /// Gives the terminal to the shell until it lets us go on.
    pub(in crate::tui) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        stop_job()?;
        self.retake()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)
}

fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // A terminal that has gone needs no mending.
        let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}
