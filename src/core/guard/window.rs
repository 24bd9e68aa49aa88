//! Minutes, hours and days of UTC, and how many calls there were in one.

use std::time::Duration;

use jiff::Timestamp;

use crate::core::model::CallLimit;

/// How many calls there were in one minute, hour or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Window {
    /// Which one since the Unix epoch.
    pub number: i64,
    pub calls: u32,
}

/// The limits that are over windows, in the order in which a counter has these.
pub(super) const WINDOWED: [CallLimit; 3] = [CallLimit::PerMinute, CallLimit::PerHour, CallLimit::PerDay];

/// A time, and which minute, hour and day that is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since the Unix epoch.
    pub(super) at: i64,
    numbers: [i64; WINDOWED.len()],
}

impl From<Timestamp> for Moment {
    fn from(now: Timestamp) -> Self {
        let at = now.as_millisecond();
        Self { at, numbers: WINDOWED.map(|limit| at.max(0) / length(limit)) }
    }
}

impl Moment {
    /// Whether `other` is less than `span` away, before or after.
    pub(super) fn is_within(self, span: Duration, other: Self) -> bool {
        u128::from(self.at.abs_diff(other.at)) < span.as_millis()
    }

    /// Whether `other` is in the same minute, hour and day.
    pub(super) fn is_in_windows_of(self, other: Self) -> bool {
        self.numbers == other.numbers
    }
}

/// How long a window is, milliseconds.
fn length(limit: CallLimit) -> i64 {
    match limit {
        CallLimit::PerMinute => 60_000,
        CallLimit::PerHour => 3_600_000,
        CallLimit::PerDay | CallLimit::Concurrency => 86_400_000,
    }
}

/// Of `all` that were counted for `WINDOWED[place]` the window that counts at `now`: of each that is over nothing counts.
///
/// A clock that was put back a little, which ends up in the window before, opens no window a second time; one that was put back
/// further is believed, so that nothing is kept for ever.
pub(super) fn current(all: impl Iterator<Item = Window>, place: usize, now: Moment) -> Window {
    let number = now.numbers[place];
    let (mut present, mut next) = (Window { number, calls: 0 }, None::<Window>);
    for window in all {
        if window.number == number {
            present.calls = present.calls.saturating_add(window.calls);
        } else if number.checked_add(1) == Some(window.number) {
            let next = next.get_or_insert(Window { number: window.number, calls: 0 });
            next.calls = next.calls.saturating_add(window.calls);
        }
    }
    next.unwrap_or(present)
}

impl Window {
    /// The same with another call in window `number`.
    pub(super) fn with_call_in(self, number: i64) -> Self {
        let calls = if self.number == number { self.calls } else { 0 };
        Self { number, calls: calls.saturating_add(1) }
    }

    /// How long it still takes, whole seconds, at least one.
    pub(super) fn left(self, limit: CallLimit, now: Moment) -> u32 {
        let end = self.number.saturating_add(1).saturating_mul(length(limit));
        let left = end.saturating_sub(now.at).max(1);
        u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX)
    }
}
