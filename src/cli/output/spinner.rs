//! A sign of life on a terminal while something takes its time.
//!
//! Our own, since it is so little: what would draw it for us needs floating-point functions, whose library every session would have in
//! memory.

use std::io::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::core::platform::terminal_columns;
use crate::core::untrusted::{Breaks, untrusted};

/// How fast it turns.
const TICK: Duration = Duration::from_millis(100);
const FRAMES: [char; 10] = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/// Takes back what stands in the line (ECMA-48, EL).
const ERASE: &str = "\r\x1b[K";

/// The spinner that is turning, for whoever needs its line for something else.
#[derive(Debug, Clone, Default)]
pub(super) struct Turning(Arc<Mutex<Wheel>>);

/// Turns on stderr until it is dropped; draws nothing where stderr is no terminal.
#[derive(Debug)]
pub struct Spinner {
    /// Which one it is; nothing: nobody sees it.
    number: Option<u64>,
    turning: Turning,
}

#[derive(Debug, Default)]
struct Wheel {
    /// How many there have been.
    count: u64,
    /// The one that turns.
    number: Option<u64>,
    /// Somebody has its line.
    paused: bool,
    says: String,
    frame: usize,
    is_drawn: bool,
}

impl Turning {
    /// Runs `work` while nothing turns. Nobody waits for it: whoever ends the spinner meanwhile does so at once.
    pub(super) fn paused<T>(&self, work: impl FnOnce() -> T) -> T {
        self.pause(true);
        let outcome = work();
        self.pause(false);
        outcome
    }

    fn pause(&self, paused: bool) {
        let mut wheel = self.lock();
        wheel.paused = paused;
        wheel.erase();
    }

    fn begin(&self) -> u64 {
        let mut wheel = self.lock();
        let number = wheel.count + 1;
        *wheel = Wheel { count: number, number: Some(number), ..Wheel::default() };
        number
    }

    /// Turns for as long as it is that one.
    fn turn(&self, number: u64) {
        while self.lock().step(number) {
            thread::park_timeout(TICK);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Wheel> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wheel {
    /// Draws the next frame. `false`: it does not turn any more.
    fn step(&mut self, number: u64) -> bool {
        if self.number != Some(number) {
            return false;
        }
        if !self.paused {
            let columns = terminal_columns(io::stderr()).unwrap_or(80);
            let frame = FRAMES[self.frame % FRAMES.len()];
            self.frame += 1;
            self.is_drawn = true;
            print(&format!("{ERASE}{frame} {}", fitting(&self.says, columns.saturating_sub(3))));
        }
        true
    }

    fn erase(&mut self) {
        if std::mem::take(&mut self.is_drawn) {
            print(ERASE);
        }
    }
}

impl Spinner {
    pub(super) fn new(shown: bool, turning: &Turning) -> Self {
        let number = shown.then(|| turning.begin());
        if let Some(number) = number {
            let turning = turning.clone();
            // Without it, there is no sign of life.
            let _ = thread::Builder::new().spawn(move || turning.turn(number));
        }
        Self { number, turning: turning.clone() }
    }

    /// Says what goes on.
    pub fn say(&self, step: &str) {
        let mut wheel = self.turning.lock();
        if self.number.is_some() && wheel.number == self.number {
            wheel.says = untrusted(step, Breaks::Escape).into_owned();
        }
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        let mut wheel = self.turning.lock();
        if self.number.is_some() && wheel.number == self.number {
            wheel.number = None;
            wheel.erase();
        }
    }
}

/// What of `text` surely fits into so many columns.
fn fitting(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, letter)| {
        taken += if letter.is_ascii() { 1 } else { 2 };
        taken > columns
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// With nobody listening on stderr there is nobody to show it to.
fn print(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_never_takes_more_than_one_line() {
        assert_eq!(fitting("starting shop", 80), "starting shop");
        assert_eq!(fitting("starting shop", 8), "starting");
        assert_eq!(fitting("日本語", 5), "日本");
        assert_eq!(fitting("x", 0), "");
    }

    #[test]
    fn it_turns_while_it_is_the_one_and_gives_its_line_to_others() {
        let turning = Turning::default();
        let (first, second) = (turning.begin(), turning.begin());
        let mut wheel = turning.lock();
        wheel.paused = true;
        assert!(!wheel.step(first) && wheel.step(second) && !wheel.is_drawn);
        drop(wheel);
        let spinner = Spinner { number: Some(second), turning: turning.clone() };
        spinner.say("a\u{1b}[2J");
        assert_eq!(turning.lock().says, "a\\x1b[2J");
        drop(spinner);
        assert!(!turning.lock().step(second));
    }
}
