//! How many calls somebody may make.

/// How many calls, at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CallLimits {
    /// A minute.
    pub per_minute: Option<u32>,
    /// An hour.
    pub per_hour: Option<u32>,
    /// A day.
    pub per_day: Option<u32>,
    /// At the same time.
    pub concurrency: Option<u32>,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallLimit {
    /// A minute.
    PerMinute,
    /// An hour.
    PerHour,
    /// A day.
    PerDay,
    /// At the same time.
    Concurrency,
}

impl CallLimit {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::PerMinute, Self::PerHour, Self::PerDay, Self::Concurrency];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::PerMinute => "per_minute",
            Self::PerHour => "per_hour",
            Self::PerDay => "per_day",
            Self::Concurrency => "concurrency",
        }
    }

    /// What it says of a number of calls.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::PerMinute => "a minute",
            Self::PerHour => "an hour",
            Self::PerDay => "a day",
            Self::Concurrency => "at the same time",
        }
    }
}

impl CallLimits {
    /// None at all.
    pub const NO_CALLS: Self = Self { per_minute: None, per_hour: None, per_day: Some(0), concurrency: None };

    /// How many by this one; nothing: it is not set.
    pub fn get(&self, limit: CallLimit) -> Option<u32> {
        match limit {
            CallLimit::PerMinute => self.per_minute,
            CallLimit::PerHour => self.per_hour,
            CallLimit::PerDay => self.per_day,
            CallLimit::Concurrency => self.concurrency,
        }
    }

    /// From now on so many, or as many as one likes.
    pub fn set(&mut self, limit: CallLimit, most: Option<u32>) {
        *match limit {
            CallLimit::PerMinute => &mut self.per_minute,
            CallLimit::PerHour => &mut self.per_hour,
            CallLimit::PerDay => &mut self.per_day,
            CallLimit::Concurrency => &mut self.concurrency,
        } = most;
    }

    /// Whether none is set.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
