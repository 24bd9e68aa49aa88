//! A thread that owns the connection and runs closures on it, one after the other.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, Transaction};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::StoreError;
use super::patience::{self, Patience};
use super::watch::Watch;
use super::writes::{Write, Writes};

/// A closure that has its reply channel inside.
type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// What the thread is asked for.
enum Order {
    /// To be done at once.
    Job(Job),
    /// To be done as soon as no other process writes.
    Write(Write),
}

/// What the thread works with.
pub(super) struct Desk {
    pub(super) connection: Connection,
    /// What it looks at again and again while it has nothing to do.
    pub(super) watch: Option<Watch>,
}

/// Waiting orders at most; whoever has one more waits for a place.
const QUEUE: usize = 64;

/// SQLite's deepest recursion is its parser; 512 KiB is four times what it needs.
const STACK: usize = 512 * 1024;

/// How long what is queued may take once the patience with other processes has ended.
const LAST_JOBS: Duration = Duration::from_millis(200);

/// Hands closures to the thread; dropping it runs what is queued, closes the connection and waits for the thread's end, for
/// as long as there is patience.
#[derive(Debug)]
pub(super) struct Worker {
    orders: Option<Sender<Order>>,
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
        let (orders, queue) = channel();
        let (opened, outcome) = oneshot::channel();
        let (ending, ended) = channel();
        let shared = Arc::clone(patience);
        let serve = move || {
            // Dropped last, after the connection.
            let _ending = ending;
            patience::share(Arc::clone(&shared));
            match open() {
                Err(error) => drop(opened.send(Err(error))),
                Ok((connection, facts)) => {
                    if opened.send(Ok(facts)).is_ok() {
                        serve(&mut Desk { connection, watch: None }, &queue, &shared);
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
            orders: Some(orders),
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
        let place = self.place().await?;
        let (reply, outcome) = oneshot::channel();
        let job: Job = Box::new(move |desk| {
            drop(place);
            drop(reply.send(work(desk)));
        });
        self.order(Order::Job(job), outcome).await
    }

    /// Runs `work` in a transaction that holds the write lock from its start, and commits it unless `work` fails. What does not
    /// write goes on while it waits for other processes, `limit` at most.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        limit: Duration,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let place = self.place().await?;
        let (reply, outcome) = oneshot::channel();
        let write = Write::new(limit, |begun| {
            drop(place);
            let done = begun.and_then(|transaction| {
                let value = work(&transaction)?;
                transaction.commit()?;
                Ok(value)
            });
            drop(reply.send(done));
        });
        self.order(Order::Write(write), outcome).await
    }

    async fn place(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        Arc::clone(&self.places).acquire_owned().await.map_err(|_| StoreError::Closed)
    }

    async fn order<T>(
        &self,
        order: Order,
        outcome: oneshot::Receiver<Result<T, StoreError>>,
    ) -> Result<T, StoreError> {
        let orders = self.orders.as_ref().ok_or(StoreError::Closed)?;
        orders.send(order).map_err(|_| StoreError::Closed)?;
        outcome.await.map_err(|_| StoreError::Closed)?
    }
}

/// Carries out orders as they come, and the watch in between, until nobody can have one more and all are done.
fn serve(desk: &mut Desk, queue: &Receiver<Order>, patience: &Patience) {
    let mut writes = Writes::default();
    loop {
        let look = desk.watch.as_ref().map(Watch::next_look);
        let next = look.into_iter().chain(writes.next_try()).min();
        let order = match next {
            None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(next) => queue.recv_timeout(next.saturating_duration_since(Instant::now())),
        };
        match order {
            Ok(Order::Job(job)) => job(desk),
            Ok(Order::Write(write)) => writes.add(write),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return writes.finish(&mut desk.connection, patience),
        }
        writes.go_on(&mut desk.connection, patience);
        if desk.watch.as_ref().is_some_and(|watch| watch.next_look() <= Instant::now()) {
            Watch::look(desk);
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.orders = None;
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
