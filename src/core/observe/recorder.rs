//! The thread that writes logs, and the handle through which it is given lines.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::entry::{Stream, head};
use super::queue::{Batch, Queue};
use super::ring::{Bounds, Ring};
use super::server_log::ServerLog;
use crate::core::clock::Clock;
use crate::core::model::ServerId;

/// The name of the thread.
const THREAD: &str = "logs";
/// How long the thread rests when it has written: what comes meanwhile is written at once, instead of a line at a time beside
/// the calls of all servers.
const REST: Duration = Duration::from_millis(50);

/// Where logs are, and how much of them is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFiles {
    /// Their directory; made with mode 0700 when something is to be written.
    pub directory: PathBuf,
    /// The bounds of each server's log.
    pub server: Bounds,
    /// The bounds of mcpgw's own.
    pub own: Bounds,
}

impl LogFiles {
    /// The log of one server, whatever it is called at the time.
    pub fn server(&self, server: ServerId) -> Ring {
        Ring::new(self.directory.join(format!("server-{server}.log")), self.server)
    }

    /// What mcpgw itself has to say.
    pub fn own(&self) -> Ring {
        Ring::new(self.directory.join("mcpgw.log"), self.own)
    }
}

/// Writes logs. Cheap to clone; the default one writes nothing. What is queued when the last one goes is written.
#[derive(Debug, Clone, Default)]
pub struct Recorder(Option<Arc<Handle>>);

#[derive(Debug)]
pub(super) struct Handle {
    shared: Arc<Shared>,
    files: LogFiles,
    clock: Clock,
    pid: u32,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// Woken when there is something to write, or nothing will come any more.
    work: Condvar,
    /// Woken when all is written.
    idle: Condvar,
    /// Woken when somebody waits for that.
    hurry: Condvar,
}

#[derive(Debug, Default)]
struct State {
    queues: Vec<Queue>,
    /// The thread runs, or could not be started.
    started: bool,
    writing: bool,
    closed: bool,
    /// How many wait until all is written.
    waited_for: usize,
}

impl Recorder {
    /// A recorder into `files`. Nothing is made before there is something to write.
    pub fn new(files: LogFiles, clock: Clock) -> Self {
        let handle = Handle { shared: Arc::default(), files, clock, pid: std::process::id() };
        Self(Some(Arc::new(handle)))
    }

    /// Where it writes, if it does.
    pub fn files(&self) -> Option<&LogFiles> {
        self.0.as_ref().map(|handle| &handle.files)
    }

    /// The log of one server.
    pub fn server(&self, server: ServerId) -> ServerLog {
        ServerLog::new(
            self.0.as_ref().map(|handle| (Arc::clone(handle), handle.queue(handle.files.server(server)))),
        )
    }

    /// A place for one line of mcpgw's own log.
    pub fn own_line(&self) -> Box<dyn Write> {
        match &self.0 {
            None => Box::new(io::sink()),
            Some(handle) => Box::new(OwnLine(Arc::clone(handle), handle.queue(handle.files.own()))),
        }
    }

    /// Something that mcpgw's own log must know.
    pub fn own_event(&self, text: &str) {
        // It is queued; nothing can fail.
        let _ = self.own_line().write_all(text.as_bytes());
    }

    /// The last words of a thread that panics; written when this returns, if that is possible at all.
    pub fn own_panic(&self, text: &str) {
        // The thread that writes may hold the very lock that is needed.
        if thread::current().name() != Some(THREAD) {
            self.own_event(text);
            self.finish(REST * 4);
        }
    }

    /// Waits until what was said is written, `limit` at most.
    pub fn finish(&self, limit: Duration) {
        let Some(Handle { shared, .. }) = self.0.as_deref() else { return };
        let busy = |state: &mut State| state.writing || state.queues.iter().any(|queue| !queue.is_empty());
        let mut state = shared.lock();
        state.waited_for += 1;
        shared.hurry.notify_one();
        // Too late or not: the program ends.
        let waited = shared.idle.wait_timeout_while(state, limit, busy);
        waited.unwrap_or_else(PoisonError::into_inner).0.waited_for -= 1;
    }
}

impl Handle {
    /// The number of the queue of `ring`.
    fn queue(&self, ring: Ring) -> usize {
        let queues = &mut self.shared.lock().queues;
        if let Some(known) = queues.iter().position(|queue| queue.ring == ring) {
            queues[known].retired = false;
            return known;
        }
        queues.push(Queue::new(ring));
        queues.len() - 1
    }

    pub(super) fn retire(&self, queue: usize) {
        self.shared.lock().queues[queue].retired = true;
    }

    /// Lets `fill` push lines, each with the head it is given.
    pub(super) fn record(&self, queue: usize, stream: Stream, fill: impl FnOnce(&mut Queue, &[u8])) {
        let head = head(self.clock.now(), self.pid, stream);
        let mut state = self.shared.lock();
        if !state.queues[queue].is_empty() {
            // The thread knows already, or will look.
            return fill(&mut state.queues[queue], head.as_bytes());
        }
        fill(&mut state.queues[queue], head.as_bytes());
        if state.queues[queue].is_empty() {
            return;
        }
        if !std::mem::replace(&mut state.started, true) {
            let (shared, clock, pid) = (Arc::clone(&self.shared), self.clock, self.pid);
            let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(256 * 1024);
            // Without a thread the queue fills up, and nothing else happens.
            drop(thread.spawn(move || write_all(&shared, clock, pid)));
        }
        self.shared.work.notify_one();
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.work.notify_one();
        self.shared.hurry.notify_one();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to write; nothing: all is written, and nothing will come.
    fn next(&self) -> Option<Vec<Batch>> {
        let mut state = self.lock();
        loop {
            let waiting = state.queues.iter_mut().filter(|queue| !queue.is_empty());
            let batches: Vec<_> = waiting.map(Queue::take).collect();
            state.writing = !batches.is_empty();
            if state.writing {
                return Some(batches);
            }
            self.idle.notify_all();
            if state.closed {
                return None;
            }
            state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets lines gather, unless somebody waits for them.
    fn rest(&self) {
        let alone = |state: &mut State| state.waited_for == 0 && !state.closed;
        drop(self.hurry.wait_timeout_while(self.lock(), REST, alone));
    }
}

struct OwnLine(Arc<Handle>, usize);

impl Write for OwnLine {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.record(self.1, Stream::Mcpgw, |queue, head| queue.push(&[head, bytes.trim_ascii()], true));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A ring that could not be written: since when it is, and what is missing in it.
struct Broken {
    ring: Ring,
    lost: u64,
}

fn write_all(shared: &Shared, clock: Clock, pid: u32) {
    let mut broken: Vec<Broken> = Vec::new();
    while let Some(batches) = shared.next() {
        for batch in batches {
            write(batch, &mut broken, &|| head(clock.now(), pid, Stream::Mcpgw));
        }
        shared.rest();
    }
}

/// Writes one batch. What can't be written is counted, and said so once it can.
fn write(batch: Batch, broken: &mut Vec<Broken>, head: &dyn Fn() -> String) {
    let Batch { ring, mut lines, lost, retired } = batch;
    if retired && ring.files().is_empty() {
        return;
    }
    let before = broken.iter().position(|broken| broken.ring == ring).map(|at| broken.swap_remove(at));
    let count = memchr::memchr_iter(b'\n', &lines).count() as u64;
    if let Some(before) = &before {
        // Half a line may be its last one.
        lines.splice(..0, format!("\n{}{}\n", head(), missing(before.lost)).into_bytes());
    }
    if lost > 0 {
        lines.extend_from_slice(format!("{}{}\n", head(), missing(lost)).as_bytes());
    }
    if let Err(error) = ring.append(&lines) {
        if before.is_none() {
            tracing::warn!("can't write the log {}: {error}", ring.file().display());
        }
        let lost = before.map_or(0, |before| before.lost) + count + lost;
        broken.push(Broken { ring, lost });
    }
}

fn missing(lines: u64) -> String {
    let (lines, are) =
        if lines == 1 { ("1 line".to_owned(), "is") } else { (format!("{lines} lines"), "are") };
    format!("{lines} {are} missing here: more came than could be written")
}
