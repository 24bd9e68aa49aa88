//! What is to be written, and waits for other processes that write.
//!
//! Not in the engine, which would wait with the whole connection: others read with it meanwhile.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::StoreError;
use super::patience::{self, Patience};

/// Gets a transaction that holds the write lock, or why there is none.
type Work = Box<dyn FnOnce(Result<Transaction<'_>, StoreError>) + Send>;

/// One transaction to be made.
pub(super) struct Write {
    limit: Duration,
    since: Instant,
    work: Work,
}

/// The transactions to be made, oldest first.
#[derive(Default)]
pub(super) struct Writes {
    waiting: VecDeque<Write>,
    /// How often the first one was tried in vain, and when that will be done again.
    tries: usize,
    again: Option<Instant>,
}

impl Write {
    /// Something that waits for `limit` at most.
    pub(super) fn new(
        limit: Duration,
        work: impl FnOnce(Result<Transaction<'_>, StoreError>) + Send + 'static,
    ) -> Self {
        Self { limit, since: Instant::now(), work: Box::new(work) }
    }
}

impl Writes {
    pub(super) fn add(&mut self, write: Write) {
        self.waiting.push_back(write);
    }

    /// When [`Writes::go_on`] has something to do, unless there is more to write by then.
    pub(super) fn next_try(&self) -> Option<Instant> {
        self.again
    }

    /// Writes what can be written now.
    pub(super) fn go_on(&mut self, connection: &mut Connection, patience: &Patience) {
        while self.again.is_none_or(|at| at <= Instant::now()) && self.try_first(connection, patience) {}
    }

    /// Writes everything for which there is patience.
    pub(super) fn finish(mut self, connection: &mut Connection, patience: &Patience) {
        loop {
            self.go_on(connection, patience);
            let Some(again) = self.again else { return };
            patience.pause(again);
        }
    }

    /// `false`: there is nothing to write, or another process writes.
    fn try_first(&mut self, connection: &mut Connection, patience: &Patience) -> bool {
        self.again = None;
        let Some(first) = self.waiting.pop_front() else { return false };
        match patience::limited(Duration::ZERO, move || begin(connection)) {
            Err(error) if is_busy(&error) => {
                self.waiting.push_front(first);
                self.give_up(patience);
                let pause = patience::pause_after(self.tries);
                self.again = (!self.waiting.is_empty()).then(|| Instant::now() + pause);
                self.tries += 1;
                false
            }
            begun => {
                self.tries = 0;
                (first.work)(begun.map_err(StoreError::from));
                true
            }
        }
    }

    /// Those that have waited for as long as they may get no transaction.
    fn give_up(&mut self, patience: &Patience) {
        let waiting = std::mem::take(&mut self.waiting);
        for write in waiting {
            if patience.lasts(write.since + write.limit) {
                self.waiting.push_back(write);
            } else {
                (write.work)(Err(StoreError::Busy));
            }
        }
    }
}

fn begin(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}
