//! How long something holds: permissions are the longest of their grants, decisions the shortest of their conditions.

use jiff::Timestamp;

use crate::core::model::TeamStatus;

/// How long something holds, from the shortest to the longest. Nothing that doesn't hold now comes to hold by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    /// Not now.
    No,
    /// Up to that instant, and not at it.
    Until(Timestamp),
    /// Until somebody changes something.
    On,
}

impl Holds {
    /// What holds before `until`, seen at `now`.
    pub(super) fn before(until: Option<Timestamp>, now: Timestamp) -> Self {
        match until {
            None => Self::On,
            Some(until) if now < until => Self::Until(until),
            Some(_) => Self::No,
        }
    }

    /// Whether a team is served.
    pub(super) fn served(status: TeamStatus, now: Timestamp) -> Self {
        if status.serves(now) { Self::before(status.until(), now) } else { Self::No }
    }

    /// What holds for good, if at all.
    pub(super) fn if_so(so: bool) -> Self {
        if so { Self::On } else { Self::No }
    }

    /// When it changes by itself.
    pub(super) fn until(self) -> Option<Timestamp> {
        match self {
            Self::Until(at) => Some(at),
            Self::No | Self::On => None,
        }
    }
}
