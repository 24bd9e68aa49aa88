//! What came of something, said for a few seconds; errors are kept to be read again.

use std::collections::VecDeque;
use std::time::Duration;

use crate::core::problem::Problem;
use crate::tui::look::Mark;
use crate::tui::text::Shown;

/// How long one stays.
const STAYS: Duration = Duration::from_secs(5);
/// How many are on the screen at the same time.
const AT_ONCE: usize = 3;
/// How many errors are kept.
const KEPT: usize = 50;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Toast {
    pub(in crate::tui) mark: Mark,
    pub(in crate::tui) said: Shown,
    /// What to do now, or what does the same.
    pub(in crate::tui) hint: Option<Shown>,
}

impl Toast {
    pub(in crate::tui) fn new(mark: Mark, said: Shown, hint: Option<Shown>) -> Self {
        Self { mark, said, hint }
    }

    pub(in crate::tui) fn of(mark: Mark, problem: &Problem) -> Self {
        // The first line says what; evidence may follow.
        let said = problem.message.lines().next().unwrap_or_default();
        Self { mark, said: Shown::line(said), hint: problem.hint.as_deref().map(Shown::line) }
    }
}

/// All of them.
#[derive(Debug, Default)]
pub(in crate::tui) struct Toasts {
    now: VecDeque<(Duration, Toast)>,
    errors: VecDeque<Problem>,
}

impl Toasts {
    pub(in crate::tui) fn say(&mut self, now: Duration, toast: Toast) {
        self.now.push_back((now + STAYS, toast));
        if self.now.len() > AT_ONCE {
            self.now.pop_front();
        }
    }

    /// Says what went wrong, and keeps it.
    pub(in crate::tui) fn complain(&mut self, now: Duration, mark: Mark, problem: Problem) {
        self.say(now, Toast::of(mark, &problem));
        self.errors.push_front(problem);
        self.errors.truncate(KEPT);
    }

    /// Takes away what was there long enough.
    pub(in crate::tui) fn pass(&mut self, now: Duration) {
        self.now.retain(|(until, _)| *until > now);
    }

    pub(in crate::tui) fn next_end(&self) -> Option<Duration> {
        self.now.iter().map(|(until, _)| *until).min()
    }

    pub(in crate::tui) fn shown(&self) -> impl Iterator<Item = &Toast> {
        self.now.iter().map(|(_, toast)| toast)
    }

    /// The errors so far, the last first.
    pub(in crate::tui) fn errors(&self) -> impl ExactSizeIterator<Item = &Problem> {
        self.errors.iter()
    }
}
