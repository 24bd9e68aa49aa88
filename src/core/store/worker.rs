//! A thread that owns one connection and runs closures on it, one after the other.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::{Semaphore, oneshot};

use super::StoreError;
use super::patience::{self, Patience};
use super::watch::Watch;

/// A closure that has its reply channel inside.
type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// What the thread works with.
pub(super) struct Desk {
    pub(super) connection: Connection,
    /// What it looks at again and again while it has nothing to do.
    pub(super) watch: Option<Watch>,
}

/// Waiting jobs at most; whoever has one more waits for a place.
const QUEUE: usize = 64;

/// SQLite's deepest recursion is its parser; 512 KiB is four times what it needs.
const STACK: usize = 512 * 1024;

/// How long what is queued may take once the patience with other processes has ended.
const LAST_JOBS: Duration = Duration::from_millis(200);

/// Hands closures to the thread; dropping it runs what is queued, closes the connection and waits for the thread's end, for
/// as long as there is patience.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Option<Sender<Job>>,
    places: Arc<Semaphore>,
    patience: Arc<Patience>,
    /// Closed when the thread has ended.
    ended: Mutex<Receiver<()>>,
}

impl Worker {
    /// Starts a thread, lets it open the connection, and returns once that has succeeded.
    pub(super) async fn start<T: Send + 'static>(
        name: &str,
        patience: &Arc<Patience>,
        open: impl FnOnce() -> Result<(Connection, T), StoreError> + Send + 'static,
    ) -> Result<(Self, T), StoreError> {
        let (jobs, queue) = channel::<Job>();
        let (opened, outcome) = oneshot::channel();
        let (ending, ended) = channel();
        let shared = Arc::clone(patience);
        let serve = move || {
            // Dropped last, after the connection.
            let _ending = ending;
            patience::share(shared);
            match open() {
                Err(error) => drop(opened.send(Err(error))),
                Ok((connection, facts)) => {
                    if opened.send(Ok(facts)).is_ok() {
                        serve_jobs(&mut Desk { connection, watch: None }, &queue);
                    }
                }
            }
        };
        thread::Builder::new()
            .name(name.to_owned())
            .stack_size(STACK)
            .spawn(serve)
            .map_err(|error| StoreError::Engine(Box::new(error)))?;
        let worker = Self {
            jobs: Some(jobs),
            places: Arc::new(Semaphore::new(QUEUE)),
            patience: Arc::clone(patience),
            ended: Mutex::new(ended),
        };
        let facts = outcome.await.map_err(|_| StoreError::Closed)??;
        Ok((worker, facts))
    }

    /// Runs `work` on the connection. Once queued it runs to its end, even if the caller stops waiting.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.at_desk(move |desk| work(&mut desk.connection)).await
    }

    /// The same with all that the thread has.
    pub(super) async fn at_desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Desk) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, outcome) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| StoreError::Closed)?;
        let job: Job = Box::new(move |desk| {
            drop(place);
            drop(reply.send(work(desk)));
        });
        jobs.send(job).map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }
}

/// Runs jobs as they come, and the watch in between, until nobody can have one more.
fn serve_jobs(desk: &mut Desk, queue: &Receiver<Job>) {
    loop {
        let job = match &desk.watch {
            None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(watch) => queue.recv_timeout(watch.next_look().saturating_duration_since(Instant::now())),
        };
        match job {
            Ok(job) => job(desk),
            Err(RecvTimeoutError::Timeout) => Watch::look(desk),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        let ended = self.ended.get_mut().unwrap_or_else(PoisonError::into_inner);
        // Nothing is ever sent: this returns when the other end is gone.
        match self.patience.end() {
            None => drop(ended.recv()),
            Some(end) => {
                let left = end.saturating_duration_since(Instant::now()) + LAST_JOBS;
                // Left to itself it goes with the process; the file stands that like any crash.
                let _ = ended.recv_timeout(left);
            }
        }
    }
}
