//! How many calls there may be: counted when a server is given one, and given back when it has ended.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use foldhash::fast::RandomState;

use super::super::router::Entry;
use super::hub::{Hub, State};
use crate::core::clock::Clock;
use crate::core::guard::{Counters, Slots};
use crate::core::model::{Bounds, Unmade};
use crate::core::platform::time::sleep;
use crate::core::wire::IdKey;

/// How long until another try to give back places of calls, where another process keeps them from us.
const OWED: Duration = Duration::from_secs(1);

/// Counts the calls of one session. One without limits opens no file.
#[derive(Debug)]
pub(super) struct Quota {
    dir: Option<PathBuf>,
    counters: Option<Counters>,
    /// The places that calls take which are under way, by the numbers of these.
    slots: HashMap<u64, Slots, RandomState>,
    /// Somebody tries again and again to give back what could not be given back.
    owes: bool,
}

impl Quota {
    /// For files in `dir`; nothing: there is nothing to count.
    pub(super) fn new(dir: Option<PathBuf>) -> Self {
        Self { dir, counters: None, slots: HashMap::default(), owes: false }
    }

    /// Counts the call of this number under all of `bounds`, or says why it is not made.
    fn take(&mut self, number: u64, bounds: &Bounds) -> Result<(), Unmade> {
        let Some(dir) = &self.dir else { return Ok(()) };
        let counters = self.counters.get_or_insert_with(|| Counters::new(dir.clone(), Clock::System));
        let slots = counters.take(bounds)?;
        if !slots.is_empty() {
            self.slots.insert(number, slots);
        }
        Ok(())
    }

    /// Has the calls of these numbers take places under the bounds that there are now, where they did under others or none.
    fn move_to<'a>(&mut self, calls: impl Iterator<Item = (u64, &'a Bounds)>) {
        let Some(dir) = &self.dir else { return };
        for (number, bounds) in calls {
            if self.slots.get(&number).is_some_and(|slots| slots.are_under(bounds)) {
                continue;
            }
            let counters = self.counters.get_or_insert_with(|| Counters::new(dir.clone(), Clock::System));
            match counters.occupy(bounds) {
                Ok(slots) => {
                    if let Some(before) = self.slots.insert(number, slots) {
                        counters.give_back(before);
                    }
                }
                Err(unmade) => tracing::warn!("a call that is under way counts as it did before: {unmade}"),
            }
        }
    }

    /// The call of this number takes no place any more.
    fn free(&mut self, number: u64) {
        if let (Some(slots), Some(counters)) = (self.slots.remove(&number), &mut self.counters) {
            counters.give_back(slots);
        }
    }

    /// Gives back what could not be given back. `false`: it still can't.
    fn settle(&mut self) -> bool {
        let settled = self.counters.as_mut().is_none_or(Counters::settle);
        self.owes &= !settled;
        settled
    }
}

impl Hub {
    /// Whether a child is given a frame. If not, its request is taken back.
    pub(super) fn admits(
        &self,
        state: &mut State,
        child: usize,
        length: usize,
        request: Option<&IdKey>,
    ) -> bool {
        self.has_room(state, child, length, request)
            && request.is_none_or(|request| state.counts(child, request))
    }

    /// Counts what is under way under the limits that there are now.
    pub(super) fn recount(self: &Arc<Self>) {
        let mut state = self.lock();
        state.take_ledger();
        let State { router, quota, .. } = &mut *state;
        quota.move_to(router.bounded_calls());
        self.finish(&mut state);
    }

    /// Sees to it that what calls gave back that have ended is free for others, before anybody hears of their end.
    pub(super) fn settle(self: &Arc<Self>, state: &mut State) {
        state.take_ledger();
        if state.quota.settle() || std::mem::replace(&mut state.quota.owes, true) {
            return;
        }
        let hub = Arc::clone(self);
        tokio::spawn(async move {
            while hub.owes() {
                sleep(OWED).await;
            }
        });
    }

    /// Whether places are still to be given back that another process keeps from us.
    fn owes(&self) -> bool {
        !self.lock().quota.settle()
    }
}

impl State {
    /// Takes what happened to calls: those that have ended take no place any more.
    fn take_ledger(&mut self) {
        let Self { router, quota, entries, .. } = self;
        for entry in router.take_ledger() {
            match entry {
                Entry::Ended(ended) if ended.free => quota.free(ended.number),
                Entry::Freed(number) => quota.free(number),
                Entry::Sent(_) | Entry::Ended(_) => {}
            }
            entries.push(entry);
        }
    }

    /// Counts a request on its way to a child, if that has to be. `false`: there may be no more of them, and it is taken back.
    fn counts(&mut self, child: usize, request: &IdKey) -> bool {
        if !self.router.is_bounded(child) {
            return true;
        }
        // One that has ended just now leaves its place to this one.
        self.take_ledger();
        let Self { router, quota, .. } = self;
        let Some((number, bounds)) = router.bounds(child, request) else { return true };
        match quota.take(number, bounds) {
            Ok(()) => true,
            Err(unmade) => {
                router.refuse_call(child, request, &unmade);
                false
            }
        }
    }
}
