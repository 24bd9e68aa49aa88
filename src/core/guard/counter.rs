//! The calls of one token, user or team.

use super::window::{Moment, WINDOWED, Window, current};
use crate::core::model::{CallLimit, CallLimits, ProcessId};

/// Who counts: one session or command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owner {
    /// Its process.
    pub process: ProcessId,
    /// Where that number means this process: a container has numbers of its own.
    pub space: u64,
    /// Tells it from others in that process.
    pub nonce: u64,
}

/// What one of those counted who count, with what those had who left it. Only its owner writes it, but that others take away what
/// is only announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Share {
    pub owner: Owner,
    /// When it was written last, milliseconds since the Unix epoch.
    pub at: i64,
    pub windows: [Window; WINDOWED.len()],
    /// Calls under way.
    pub under_way: u32,
    /// Calls that its owner has announced, and may not make after all.
    pub ahead: u32,
}

/// How many calls there were and how many are under way: the sum of what all of them counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counter {
    pub(super) shares: Vec<Share>,
}

/// A limit that leaves no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full {
    /// Which one.
    pub limit: CallLimit,
    /// How many calls it allows.
    pub most: u32,
    /// When there is room again, seconds; nothing: never.
    pub retry_after: Option<u32>,
}

/// Until somebody's call may have ended, seconds: nobody knows.
const SOON: u32 = 1;

/// Of whom nobody here can say whether they run is believed to for so long.
const UNSEEN: i64 = 24 * 60 * 60 * 1000;

impl Share {
    pub(super) fn of(owner: Owner) -> Self {
        Self { owner, ..Self::default() }
    }

    /// Whether nobody counts there any more.
    pub(super) fn is_left(&self) -> bool {
        self.owner == Owner::default()
    }

    /// The same when its owner has left: what was under way is over.
    pub(super) fn left(self) -> Self {
        Self { owner: Owner::default(), under_way: 0, ahead: 0, ..self }
    }

    /// The same with another call, in the windows of these numbers.
    #[must_use]
    pub(super) fn with_call(self, numbers: [i64; WINDOWED.len()], takes_place: bool, now: Moment) -> Self {
        let mut share = self;
        for (window, number) in share.windows.iter_mut().zip(numbers) {
            *window = window.with_call_in(number);
        }
        share.under_way = share.under_way.saturating_add(takes_place.into());
        share.at = now.at;
        share
    }

    /// Another call, in the same windows.
    pub(super) fn add_call(&mut self, takes_place: bool) {
        let [minute, hour, day] = &mut self.windows;
        for calls in [&mut minute.calls, &mut hour.calls, &mut day.calls] {
            *calls = calls.saturating_add(1);
        }
        self.under_way = self.under_way.saturating_add(takes_place.into());
    }

    /// A call less, in the same windows: it was not made.
    pub(super) fn remove_call(&mut self, took_place: bool) {
        for window in &mut self.windows {
            window.calls = window.calls.saturating_sub(1);
        }
        self.under_way = self.under_way.saturating_sub(took_place.into());
    }

    /// Whether its owner is gone, as `runs` says of processes of `space`.
    pub(super) fn is_gone(&self, space: u64, now: Moment, runs: impl Fn(ProcessId) -> bool) -> bool {
        if self.owner.space == space {
            return !runs(self.owner.process);
        }
        now.at.saturating_sub(self.at) > UNSEEN
    }
}

impl Counter {
    /// The window of `WINDOWED[place]` that counts at `now`.
    pub(super) fn window(&self, place: usize, now: Moment) -> Window {
        current(self.shares.iter().map(|share| share.windows[place]), place, now)
    }

    /// Which minute, hour and day count at `now`.
    pub(super) fn numbers(&self, now: Moment) -> [i64; WINDOWED.len()] {
        std::array::from_fn(|place| self.window(place, now).number)
    }

    /// Whether `limits` leave no room for `more` calls, beside those that are announced: the one that takes longest.
    pub fn full(&self, limits: &CallLimits, now: impl Into<Moment>, more: u32) -> Option<Full> {
        let now = now.into();
        let more = self.shares.iter().fold(u64::from(more), |more, share| more + u64::from(share.ahead));
        let over = |calls: u32, most: u32| u64::from(calls) + more > u64::from(most);
        let windows = WINDOWED.into_iter().enumerate().filter_map(|(place, limit)| {
            let most = limits.get(limit)?;
            let window = self.window(place, now);
            if !over(window.calls, most) {
                return None;
            }
            let retry_after = (most > 0).then(|| window.left(limit, now));
            Some(Full { limit, most, retry_after })
        });
        // What never ends takes longest.
        let longest = windows.max_by_key(|full| full.retry_after.unwrap_or(u32::MAX));
        longest.or_else(|| {
            let most = limits.concurrency.filter(|most| over(self.under_way(), *most))?;
            let retry_after = (most > 0).then_some(SOON);
            Some(Full { limit: CallLimit::Concurrency, most, retry_after })
        })
    }

    /// Counts one more call of `owner`; it takes a place while it is under way, or not.
    pub fn add(&mut self, owner: Owner, takes_place: bool, now: impl Into<Moment>) {
        let now = now.into();
        let numbers = self.numbers(now);
        let known = self.shares.iter().position(|share| share.owner == owner);
        let place = known.unwrap_or(self.shares.len());
        if known.is_none() {
            self.shares.push(Share::of(owner));
        }
        self.shares[place] = self.shares[place].with_call(numbers, takes_place, now);
    }

    /// A call of `owner` that took a place is over.
    pub fn give_back(&mut self, owner: Owner) {
        for share in self.shares.iter_mut().filter(|share| share.owner == owner) {
            share.under_way = share.under_way.saturating_sub(1);
        }
    }

    /// How many calls count for `limit` at `now`.
    pub fn calls(&self, limit: CallLimit, now: impl Into<Moment>) -> u32 {
        let place = WINDOWED.iter().position(|windowed| *windowed == limit);
        place.map_or_else(|| self.under_way(), |place| self.window(place, now.into()).calls)
    }

    /// Those of whom `is_gone` says so have left. What they had under way is over; returns their places.
    pub fn leave(&mut self, is_gone: impl Fn(Owner, i64) -> bool) -> Vec<usize> {
        let gone = |share: &Share| !share.is_left() && is_gone(share.owner, share.at);
        let places: Vec<_> = (0..self.shares.len()).filter(|place| gone(&self.shares[*place])).collect();
        for place in &places {
            self.shares[*place] = self.shares[*place].left();
        }
        places
    }

    /// Whether nothing counts and nobody counts.
    pub fn is_idle(&self, now: Moment) -> bool {
        self.shares.iter().all(Share::is_left)
            && CallLimit::ALL.into_iter().all(|limit| self.calls(limit, now) == 0)
    }

    fn under_way(&self) -> u32 {
        self.shares.iter().fold(0, |all, share| all.saturating_add(share.under_way))
    }
}
