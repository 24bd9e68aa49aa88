//! A sign of life on a terminal while something takes its time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::core::untrusted::{Breaks, untrusted};

/// How fast it turns.
const TICK: Duration = Duration::from_millis(100);

/// The spinner that is turning, for whoever needs its line for something else.
#[derive(Debug, Clone, Default)]
pub(super) struct Turning(Arc<Mutex<Option<ProgressBar>>>);

/// Turns on stderr until it is dropped; draws nothing where stderr is no terminal.
#[derive(Debug)]
pub struct Spinner {
    bar: Option<ProgressBar>,
    turning: Turning,
}

impl Turning {
    /// Runs `work` while nothing turns. Nobody waits for it: whoever ends the spinner meanwhile does so at once.
    pub(super) fn paused<T>(&self, work: impl FnOnce() -> T) -> T {
        let Some(bar) = self.lock().clone() else { return work() };
        bar.disable_steady_tick();
        bar.finish_and_clear();
        let outcome = work();
        if self.lock().is_some() {
            bar.reset();
            bar.enable_steady_tick(TICK);
        }
        outcome
    }

    fn lock(&self) -> MutexGuard<'_, Option<ProgressBar>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Spinner {
    pub(super) fn new(shown: bool, turning: &Turning) -> Self {
        let bar = shown.then(|| {
            let bar = ProgressBar::new_spinner().with_style(ProgressStyle::default_spinner());
            bar.enable_steady_tick(TICK);
            bar
        });
        turning.lock().clone_from(&bar);
        Self { bar, turning: turning.clone() }
    }

    /// Says what goes on.
    pub fn say(&self, step: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(untrusted(step, Breaks::Escape).into_owned());
        }
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        *self.turning.lock() = None;
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
