//! A session's presence for other processes, from shortly after its start to its end.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use jiff::Timestamp;
use tokio::net::UnixListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::books::Books;
use super::follow::{Follower, Pokes, follow, pokes};
use super::refused::Teller;
use super::{Bearer, Subject, WayBack, listener, sweep};
use crate::core::catalog::NamingRules;
use crate::core::clock::Clock;
use crate::core::model::{SessionId, SessionRow};
use crate::core::platform::time::{sleep, timeout};
use crate::core::platform::{listen_at, private_directory, remove_socket, this_process};
use crate::core::store::{Generation, Store};
use crate::core::usage::Meter;

/// A client that only looks whether we are there has gone by then, and the others have their answer to `initialize`.
const SETTLED: Duration = Duration::from_millis(100);

/// When the store could not take the row, or no socket could be had: until the next try.
const AGAIN: Duration = Duration::from_secs(1);

/// How long the end may wait for the store.
const FAREWELL: Duration = Duration::from_millis(500);

/// Where a session runs.
#[derive(Debug)]
pub struct Surroundings {
    /// What it follows, and where it is registered.
    pub store: Store,
    /// Whose session it is.
    pub bearer: Bearer,
    /// The moment as of which it knows the store.
    pub seen: Generation,
    /// When what it serves changes by itself.
    pub until: Option<Timestamp>,
    /// How its person comes back once they have to log in, if they can.
    pub way_back: Option<Arc<dyn WayBack>>,
    /// They have to, now.
    pub is_over: bool,
    /// Where its socket goes.
    pub run_dir: PathBuf,
    /// The directory that its client started it in.
    pub cwd: Option<PathBuf>,
    /// Where what it uses is written down, if it is.
    pub meter: Option<Meter>,
    /// How long that is kept.
    pub retention: Duration,
    /// How items are named.
    pub naming: NamingRules,
    /// The time.
    pub clock: Clock,
}

/// Keeps a session reachable; dropped without [`Presence::leave`], it leaves its row for others to sweep.
#[derive(Debug)]
pub struct Presence {
    store: Store,
    leaving: CancellationToken,
    task: JoinHandle<()>,
}

/// Has `subject` follow the store and answer on its socket. Returns at once; nothing of it is on the way of a call.
pub fn appear(subject: impl Subject, surroundings: Surroundings) -> Presence {
    let leaving = CancellationToken::new();
    let started_at = surroundings.clock.now();
    let store = surroundings.store.clone();
    let task = tokio::spawn(run(subject, surroundings, started_at, leaving.clone()));
    Presence { store, leaving, task }
}

impl Presence {
    /// Takes back the row and the socket. From then on the store is only for those who can do without.
    pub async fn leave(mut self) {
        self.store.hurry(FAREWELL);
        self.leaving.cancel();
        // Whatever went wrong in it, the session is over.
        let _ = timeout(FAREWELL, &mut self.task).await;
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn run(subject: impl Subject, around: Surroundings, started_at: Timestamp, leaving: CancellationToken) {
    let id = around.bearer.session;
    let (pokes, poked) = pokes();
    let Surroundings { ref store, bearer, clock, seen, until, .. } = around;
    let (bearer, bearer_now) = watch::channel(bearer);
    let follower = Follower {
        store: store.clone(),
        bearer,
        clock,
        directory: around.cwd.clone(),
        seen,
        until,
        way_back: around.way_back.clone(),
        is_over: around.is_over,
        shows_page: false,
        is_stale: false,
    };
    let following = follow(subject.clone(), follower, poked);
    let teller = Teller {
        store: around.store.clone(),
        bearer: bearer_now,
        clock,
        naming: around.naming.clone(),
        counts: !around.retention.is_zero(),
        client: OnceLock::new(),
    };
    let books = Books { store: around.store.clone(), meter: around.meter.clone(), clock };
    let announced = AtomicBool::new(false);
    let mut answering = pin!(async {
        tokio::select! {
            () = subject.stays() => {}
            () = sleep(SETTLED) => {}
        }
        let mut door = Door::open(&around.run_dir, id);
        announced.store(true, Ordering::Relaxed);
        register(&around, &door, started_at).await;
        // Whoever changed something before the row was there did not find us.
        pokes.poke().await;
        subject.is_found();
        // What is left by those that were killed; whoever lists sessions does the same.
        let sweeping = async {
            let _ = sweep::sweep(&around.store).await;
            sweep::sweep_counts(&around.store, clock).await;
            books.expire().await;
        };
        tokio::join!(door.serve(&around.run_dir, &subject, &pokes), sweeping);
    });
    tokio::select! {
        () = leaving.cancelled() => {}
        () = following => {}
        () = &mut answering => {}
        () = teller.watch(&subject) => {}
        () = books.watch() => {}
    }
    // Nobody else tells the audit; what was used, the next session brings to the store.
    teller.tell(subject.take_refused()).await;
    books.close(FAREWELL).await;
    if announced.load(Ordering::Relaxed) {
        // A registration that is still under way comes before it; the socket goes after it, so that nobody who finds the row
        // is kept waiting by a socket that is gone.
        let _ = around.store.forget_sessions(vec![id], FAREWELL).await;
    }
}

/// Says where the session is, even if nobody is let in there: so it is seen, and ended by a signal. A store that can't take
/// it (its disk may be full) is asked again.
async fn register(around: &Surroundings, door: &Door, started_at: Timestamp) {
    let (process, cwd) = (this_process(), around.cwd.clone());
    let row = SessionRow {
        id: door.id,
        user: around.bearer.user,
        process,
        socket: door.socket.clone(),
        cwd,
        started_at,
    };
    let mut failing = false;
    while let Err(error) = around.store.register_session(row.clone()).await {
        if !failing {
            tracing::warn!("other commands can't find this session: {error}");
        }
        failing = true;
        sleep(AGAIN).await;
    }
}

fn listen(run_dir: &Path, socket: &Path) -> io::Result<UnixListener> {
    private_directory(run_dir)?;
    listen_at(socket)
}

/// Where others come in; the socket goes with it.
struct Door {
    id: SessionId,
    listener: Option<UnixListener>,
    socket: PathBuf,
}

impl Door {
    fn open(run_dir: &Path, id: SessionId) -> Self {
        let socket = run_dir.join(format!("{id}.sock"));
        let listener = listen(run_dir, &socket);
        if let Err(error) = &listener {
            let dir = run_dir.display();
            tracing::warn!("other commands can't reach this session at a socket in {dir}: {error}");
        }
        Self { id, listener: listener.ok(), socket }
    }

    /// Answers those who come in. Where that can't be had it is tried again and again.
    async fn serve(&mut self, run_dir: &Path, subject: &impl Subject, pokes: &Pokes) {
        while self.listener.is_none() {
            sleep(AGAIN).await;
            self.listener = listen(run_dir, &self.socket).ok();
        }
        if let Some(listener) = &self.listener {
            listener::run(listener, subject.clone(), pokes.clone()).await;
        }
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        if self.listener.is_some() {
            remove_socket(&self.socket);
        }
    }
}
