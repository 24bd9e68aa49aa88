//! Writes down what a session uses, and brings it to the store.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::journal::{Journal, is_at};
use super::reader::Reader;
use crate::core::model::{CallMethod, CallOutcome, ClientInfo, ServerId, SessionId, TeamId, UsageSession};
use crate::core::store::{Store, StoreError};

/// From which size on a journal begins anew, bytes, once all of it is in the store.
const LONG: u64 = 1024 * 1024;
/// How long it may be, bytes: for some million calls while the store takes nothing. Further ones are only counted.
const LONGEST: u64 = 64 * 1024 * 1024;

/// One session's. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Meter(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    id: SessionId,
    journal: Mutex<Journal>,
    reader: Mutex<Reader>,
    /// Woken when something came to its end.
    news: Notify,
}

/// Writes down what happens now.
#[derive(Debug)]
pub struct Pen<'a> {
    journal: MutexGuard<'a, Journal>,
    news: &'a Notify,
    must_write: bool,
    has_news: bool,
}

impl Meter {
    /// For this session, whose journal is in `dir`. Nothing is made there before there is something to write.
    pub fn new(dir: &Path, session: UsageSession) -> Self {
        Self::bounded(dir, session, LONGEST)
    }

    /// The same with a journal of at most so many bytes.
    pub(super) fn bounded(dir: &Path, session: UsageSession, most: u64) -> Self {
        Self(Arc::new(Inner {
            id: session.id,
            journal: Mutex::new(Journal::new(dir, session, most)),
            reader: Mutex::default(),
            news: Notify::new(),
        }))
    }

    /// To write down what happens; what is known of the client is asked once.
    pub fn pen(&self, client: impl FnOnce() -> Option<ClientInfo>) -> Pen<'_> {
        let mut journal = lock(&self.0.journal);
        journal.begin(client);
        Pen { journal, news: &self.0.news, must_write: false, has_news: false }
    }

    /// Returns when something came to its end.
    pub async fn news(&self) {
        self.0.news.notified().await;
    }

    /// Has [`Meter::news`] return, though nothing more is new than before.
    pub fn again(&self) {
        self.0.news.notify_one();
    }

    /// Brings what is new to the store, which is waited for no longer than `limit` at a time.
    pub async fn import(&self, store: &Store, limit: Duration) -> Result<(), StoreError> {
        self.tidy(false);
        if !self.is_made() {
            return Ok(());
        }
        loop {
            let inner = Arc::clone(&self.0);
            let source = move |through| {
                let journal = lock(&inner.journal);
                let mut reader = lock(&inner.reader);
                let Some((file, path)) = journal.made() else { return Ok(None) };
                let (file, end, path) = (Arc::clone(file.file()), file.end(), path.to_owned());
                drop(journal);
                // Here, where what was ordered before is done: nobody waits any more for what was cancelled.
                if reader.is_unsettled() {
                    // Nobody knows what became of what was read: it is read again, and what the store knows passes.
                    *reader = Reader::default();
                }
                reader.piece(&file, end, through).map_err(|source| StoreError::Io { path, source })
            };
            let more = store.keep_usage(self.0.id, limit, source).await?;
            lock(&self.0.reader).settled();
            if !more {
                break;
            }
        }
        self.tidy(true);
        Ok(())
    }

    /// The same for the last time: then the journal goes. One that can't be imported now is left for others.
    pub async fn finish(&self, store: &Store, limit: Duration) -> Result<(), StoreError> {
        self.import(store, limit).await?;
        let lost = {
            let journal = lock(&self.0.journal);
            if journal.is_written() && journal.made().is_none() {
                return Ok(());
            }
            !journal.is_written()
        };
        if lost {
            tracing::warn!("the last calls of this session could not be written down");
        }
        let inner = Arc::clone(&self.0);
        store.keep_usage(self.0.id, limit, move |_| Ok(lock(&inner.reader).rest())).await?;
        lock(&self.0.journal).remove();
        Ok(())
    }

    /// Writes everything, and returns whether there is a journal then.
    fn is_made(&self) -> bool {
        let mut journal = lock(&self.0.journal);
        journal.write_all();
        journal.made().is_some()
    }

    /// Has the journal begin anew if it is long and all of it was read, or if somebody took it away, or something from it.
    fn tidy(&self, is_read: bool) {
        let mut journal = lock(&self.0.journal);
        let mut reader = lock(&self.0.reader);
        let Some((file, path)) = journal.made() else { return };
        let is_whole = file.is_whole().is_ok_and(|whole| whole) && is_at(file.file(), path);
        // What is not known to be kept must not go.
        let is_long = reader.offset() >= LONG || journal.is_long();
        if reader.is_unsettled() || is_whole && !(is_read && is_long) {
            return;
        }
        if !is_whole {
            tracing::warn!("somebody took the journal of this session's usage, or something from it");
        }
        if let Err(error) = journal.shorten(&mut reader) {
            tracing::warn!("the journal of this session's usage can't begin anew: {error}");
        }
    }
}

impl Pen<'_> {
    /// A server is given a call of this number, at a time in milliseconds since 1970, of an item: its place among those of the
    /// session, and its name.
    pub fn sent(
        &mut self,
        call: (u64, i64),
        server: (ServerId, TeamId),
        method: CallMethod,
        item: Option<(u32, Option<&str>)>,
        bytes: usize,
    ) {
        self.journal.sent(call, server, method, item, bytes);
        self.must_write = true;
    }

    /// A call has come to its end.
    pub fn ended(&mut self, number: u64, outcome: CallOutcome, took: Duration, bytes: usize) {
        self.journal.ended(number, outcome, took, bytes);
        self.has_news = true;
    }
}

impl Drop for Pen<'_> {
    /// What servers are given is written before they get it; what came of calls goes with that, or within a second.
    fn drop(&mut self) {
        if self.must_write {
            self.journal.write();
        }
        if self.has_news {
            self.news.notify_one();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
