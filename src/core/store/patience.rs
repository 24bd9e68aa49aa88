//! How long a connection waits for other processes that hold the file.

use std::cell::RefCell;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a statement waits: longer than any other process ever holds the file.
pub(super) const BUSY: Duration = Duration::from_secs(30);

/// The pauses between its tries, milliseconds; the last one repeats. They are those of SQLite's own handler.
const PAUSES: [u64; 12] = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100];

thread_local! {
    /// The engine calls a plain function, on the thread of the connection that has to wait.
    static WAIT: RefCell<Option<Wait>> = const { RefCell::new(None) };
}

/// What all connections of one store share.
#[derive(Debug, Default)]
pub(super) struct Patience {
    /// When it ends for good, whatever waits then.
    end: Mutex<Option<Instant>>,
    changed: Condvar,
}

struct Wait {
    patience: Arc<Patience>,
    /// How long one statement waits.
    limit: Duration,
    since: Instant,
}

impl Patience {
    /// Nothing waits any longer than until `end`.
    pub(super) fn end_at(&self, end: Instant) {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = Some(end);
        self.changed.notify_all();
    }

    /// When it ends, if it does.
    pub(super) fn end(&self) -> Option<Instant> {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether there is any left, for something that waits until `until`.
    pub(super) fn lasts(&self, until: Instant) -> bool {
        let now = Instant::now();
        now < until && self.end().is_none_or(|end| now < end)
    }

    /// Pauses until then, or until the end is set.
    pub(super) fn pause(&self, until: Instant) {
        let end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        let until = end.map_or(until, |end| end.min(until));
        drop(self.changed.wait_timeout(end, until.saturating_duration_since(Instant::now())));
    }
}

/// How long to pause after so many tries.
pub(super) fn pause_after(tries: usize) -> Duration {
    Duration::from_millis(PAUSES[tries.min(PAUSES.len() - 1)])
}

/// From now on connections of this thread that use [`wait`] have this patience.
pub(super) fn share(patience: Arc<Patience>) {
    WAIT.set(Some(Wait { patience, limit: BUSY, since: Instant::now() }));
}

/// Runs `work`, of which no statement waits longer than `limit`.
pub(super) fn limited<T>(limit: Duration, work: impl FnOnce() -> T) -> T {
    let set = |limit| WAIT.with_borrow_mut(|wait| wait.iter_mut().for_each(|wait| wait.limit = limit));
    set(limit);
    let done = work();
    set(BUSY);
    done
}

/// The busy handler of every connection: `round` counts the tries of one statement.
pub(super) fn wait(round: i32) -> bool {
    WAIT.with_borrow_mut(|wait| {
        let Some(wait) = wait else { return false };
        if round == 0 {
            wait.since = Instant::now();
        }
        let until = wait.since + wait.limit;
        if !wait.patience.lasts(until) {
            return false;
        }
        let pause = pause_after(usize::try_from(round).unwrap_or(0));
        wait.patience.pause(until.min(Instant::now() + pause));
        true
    })
}
