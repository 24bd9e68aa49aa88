//! A thread that owns one connection and runs closures on it, one after the other.

use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::StoreError;

/// A closure that has its reply channel inside.
type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Waiting jobs at most; whoever has one more waits for a place.
const QUEUE: usize = 64;

/// SQLite's deepest recursion is its parser; 512 KiB is four times what it needs.
const STACK: usize = 512 * 1024;

/// Hands closures to the thread; dropping it runs what is queued, closes the connection and joins the thread.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Worker {
    /// Starts a thread, lets it open the connection, and returns once that has succeeded.
    pub(super) async fn start<T: Send + 'static>(
        name: &str,
        open: impl FnOnce() -> Result<(Connection, T), StoreError> + Send + 'static,
    ) -> Result<(Self, T), StoreError> {
        let (jobs, mut queue) = mpsc::channel::<Job>(QUEUE);
        let (opened, outcome) = oneshot::channel();
        let serve = move || match open() {
            Err(error) => drop(opened.send(Err(error))),
            Ok((mut connection, facts)) => {
                if opened.send(Ok(facts)).is_ok() {
                    while let Some(job) = queue.blocking_recv() {
                        job(&mut connection);
                    }
                }
            }
        };
        let thread = thread::Builder::new()
            .name(name.to_owned())
            .stack_size(STACK)
            .spawn(serve)
            .map_err(|error| StoreError::Engine(Box::new(error)))?;
        let worker = Self { jobs: Some(jobs), thread: Mutex::new(Some(thread)) };
        let facts = outcome.await.map_err(|_| StoreError::Closed)??;
        Ok((worker, facts))
    }

    /// Runs `work` on the connection. Once queued it runs to its end, even if the caller stops waiting.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, outcome) = oneshot::channel();
        let job: Job = Box::new(move |connection| drop(reply.send(work(connection))));
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(job).await.map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            drop(thread.join());
        }
    }
}
