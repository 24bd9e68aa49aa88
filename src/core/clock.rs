//! The time, as a value that callers hand in.

use jiff::{SignedDuration, Timestamp};

/// Tells the time in UTC.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Always the same moment: for tests, whose output must not change.
    Fixed(Timestamp),
    /// The machine's clock, set forth by so much: for tests of what comes with time, that can't wait for it.
    Ahead(SignedDuration),
}

impl Clock {
    /// The present moment, cut to whole milliseconds: what the store keeps.
    pub fn now(self) -> Timestamp {
        let now = match self {
            Self::System => Timestamp::now(),
            Self::Fixed(moment) => moment,
            Self::Ahead(by) => Timestamp::now().saturating_add(by).unwrap_or(Timestamp::MAX),
        };
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }
}
