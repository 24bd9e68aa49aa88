//! A sign of life on a terminal while something takes its time.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::core::untrusted::{Breaks, untrusted};

/// Turns on stderr until it is dropped; draws nothing where stderr is no terminal.
#[derive(Debug)]
pub struct Spinner(Option<ProgressBar>);

impl Spinner {
    pub(super) fn new(shown: bool) -> Self {
        let bar = shown.then(|| {
            let bar = ProgressBar::new_spinner().with_style(ProgressStyle::default_spinner());
            bar.enable_steady_tick(Duration::from_millis(100));
            bar
        });
        Self(bar)
    }

    /// Says what goes on.
    pub fn say(&self, step: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(untrusted(step, Breaks::Escape).into_owned());
        }
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
