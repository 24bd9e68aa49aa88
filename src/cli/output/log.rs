//! Where log lines go.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many lines may wait for a reader of stderr.
const WAITING: usize = 1024;
/// How much is kept for who has no eyes for it now, bytes.
const KEPT: usize = 64 * 1024;
/// How long the last ones may take to be written when the program ends.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// Takes log lines to stderr.
#[derive(Debug, Clone)]
pub struct Log {
    /// `None`: whoever logs a line writes it.
    queue: Option<SyncSender<Job>>,
    lost: Arc<AtomicU64>,
    held: Arc<Mutex<Option<Vec<u8>>>>,
}

/// As long as it lives, lines are kept; then they are written.
#[derive(Debug)]
pub struct Held(Log);

impl Drop for Held {
    fn drop(&mut self) {
        let kept = self.0.held().take().unwrap_or_default();
        // With nobody listening on stderr there is nobody to tell.
        let _ = self.0.line().write_all(&kept);
    }
}

#[derive(Debug)]
enum Job {
    Line(Vec<u8>),
    Flush(SyncSender<()>),
}

impl Log {
    /// Lines are written as they come, in order with whatever else is printed.
    pub fn direct() -> Self {
        Self { queue: None, lost: Arc::default(), held: Arc::default() }
    }

    /// Lines are written by a thread, so that nobody waits for them. A client may never read what we say on stderr, and a
    /// server can make us say a lot: what doesn't fit is counted instead. Without a thread lines are written as they come.
    pub fn detached() -> Self {
        let (queue, jobs) = mpsc::sync_channel(WAITING);
        let lost = Arc::<AtomicU64>::default();
        let counter = Arc::clone(&lost);
        match std::thread::Builder::new().spawn(move || write_all(&jobs, &counter)) {
            Ok(_) => Self { queue: Some(queue), lost, held: Arc::default() },
            Err(_) => Self::direct(),
        }
    }

    /// A place for one line.
    pub fn line(&self) -> Box<dyn Write> {
        match &self.queue {
            None if self.held().is_some() => Box::new(Kept(Arc::clone(&self.held))),
            None => Box::new(io::stderr()),
            Some(queue) => Box::new(Line { queue: queue.clone(), lost: Arc::clone(&self.lost) }),
        }
    }

    /// Keeps lines, as many as one would read, until the result goes.
    pub(super) fn hold(&self) -> Held {
        self.held().get_or_insert_default();
        Held(self.clone())
    }

    fn held(&self) -> MutexGuard<'_, Option<Vec<u8>>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until what was logged is written, if somebody reads it.
    pub fn finish(&self) {
        let Some(queue) = &self.queue else { return };
        let (done, finished) = mpsc::sync_channel(1);
        if queue.try_send(Job::Flush(done)).is_ok() {
            // Too late or not: the program ends.
            let _ = finished.recv_timeout(LAST_WORDS);
        }
    }
}

/// Takes a line where lines are kept.
struct Kept(Arc<Mutex<Option<Vec<u8>>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_mut() {
            Some(kept) if kept.len() < KEPT => kept.extend_from_slice(bytes),
            _ => {}
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Line {
    queue: SyncSender<Job>,
    lost: Arc<AtomicU64>,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.queue.try_send(Job::Line(bytes.to_vec())).is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write_all(jobs: &Receiver<Job>, lost: &AtomicU64) {
    let mut stderr = io::stderr();
    for job in jobs {
        // With nobody listening on stderr there is nobody to tell.
        match job {
            Job::Line(line) => drop(stderr.write_all(&line)),
            Job::Flush(done) => drop(done.send(())),
        }
        let lost = lost.swap(0, Ordering::Relaxed);
        if lost > 0 {
            drop(writeln!(stderr, "{lost} lines of the log are lost: stderr was not read"));
        }
    }
}
