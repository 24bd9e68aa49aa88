//! The calls of one token, user or team.

use jiff::Timestamp;

use super::window::{WINDOWED, Window};
use crate::core::model::{CallLimit, CallLimits, ProcessId};

/// How many calls there were and how many are under way, and in which processes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counter {
    pub(super) windows: [Window; WINDOWED.len()],
    pub(super) holders: Vec<Holder>,
}

/// A process with calls under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Holder {
    pub process: ProcessId,
    pub calls: u32,
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

impl Counter {
    /// Brings it to `now`.
    pub fn turn(&mut self, now: Timestamp) {
        for (window, limit) in self.windows.iter_mut().zip(WINDOWED) {
            *window = window.at(limit, now);
        }
    }

    /// Whether `limits` leave no room for one more call: the one that takes longest. `runs` says whether a process does; what one
    /// that doesn't had under way is over.
    pub fn full(
        &mut self,
        limits: &CallLimits,
        now: Timestamp,
        runs: impl Fn(ProcessId) -> bool,
    ) -> Option<Full> {
        let windows = self.windows.iter().zip(WINDOWED).filter_map(|(window, limit)| {
            let most = limits.get(limit).filter(|most| window.calls >= *most)?;
            let retry_after = (most > 0).then(|| window.left(limit, now));
            Some(Full { limit, most, retry_after })
        });
        // What never ends takes longest.
        let longest = windows.max_by_key(|full| full.retry_after.unwrap_or(u32::MAX));
        longest.or_else(|| {
            let most = limits.concurrency.filter(|most| self.under_way() >= *most)?;
            self.forget(runs);
            let retry_after = (most > 0).then_some(SOON);
            (self.under_way() >= most).then_some(Full { limit: CallLimit::Concurrency, most, retry_after })
        })
    }

    /// Counts one more call; `holder` has it under way.
    pub fn add(&mut self, holder: Option<ProcessId>) {
        for window in &mut self.windows {
            window.calls = window.calls.saturating_add(1);
        }
        let Some(process) = holder else { return };
        match self.holders.iter_mut().find(|holder| holder.process == process) {
            Some(holder) => holder.calls = holder.calls.saturating_add(1),
            None => self.holders.push(Holder { process, calls: 1 }),
        }
    }

    /// Takes [`Counter::add`] back: the call was not made.
    pub fn take_back(&mut self, holder: Option<ProcessId>) {
        for window in &mut self.windows {
            window.calls = window.calls.saturating_sub(1);
        }
        if let Some(process) = holder {
            self.give_back(process, 1);
        }
    }

    /// Calls of `process` are over.
    pub fn give_back(&mut self, process: ProcessId, calls: u32) {
        for holder in self.holders.iter_mut().filter(|holder| holder.process == process) {
            holder.calls = holder.calls.saturating_sub(calls);
        }
        self.holders.retain(|holder| holder.calls > 0);
    }

    /// How many calls count for `limit`.
    pub fn calls(&self, limit: CallLimit) -> u32 {
        let place = WINDOWED.iter().position(|windowed| *windowed == limit);
        place.map_or_else(|| self.under_way(), |place| self.windows[place].calls)
    }

    /// Forgets what was under way in processes that don't run any more.
    pub fn forget(&mut self, runs: impl Fn(ProcessId) -> bool) {
        self.holders.retain(|holder| runs(holder.process));
    }

    /// Whether nothing counts.
    pub fn is_idle(&self) -> bool {
        CallLimit::ALL.into_iter().all(|limit| self.calls(limit) == 0)
    }

    fn under_way(&self) -> u32 {
        self.holders.iter().fold(0, |all, holder| all.saturating_add(holder.calls))
    }
}
