//! A session's presence for other processes, from shortly after its start to its end.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use tokio::net::UnixListener;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use super::follow::{follow, pokes};
use super::{Subject, listener, sweep};
use crate::core::clock::Clock;
use crate::core::model::{SessionId, SessionRow};
use crate::core::platform::{entropy, listen_at, private_directory, remove_socket, this_process};
use crate::core::store::{Generation, Store, StoreError};

/// A client that only looks whether we are there has gone by then, and the others have their answer to `initialize`.
const SETTLED: Duration = Duration::from_millis(100);

/// How long the end may wait for the store.
const FAREWELL: Duration = Duration::from_millis(500);

/// Where a session runs.
#[derive(Debug)]
pub struct Surroundings {
    /// What it follows, and where it is registered.
    pub store: Store,
    /// The moment as of which it knows the store.
    pub seen: Generation,
    /// Where its socket goes.
    pub run_dir: PathBuf,
    /// The directory that its client started it in.
    pub cwd: Option<PathBuf>,
    /// The time.
    pub clock: Clock,
}

/// Keeps a session reachable; dropped without [`Presence::leave`], it leaves its row for others to sweep.
#[derive(Debug)]
pub struct Presence {
    leaving: CancellationToken,
    task: JoinHandle<()>,
}

/// Why a session can't be reached by others.
#[derive(Debug, thiserror::Error)]
enum Hidden {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("{0}")]
    Store(#[from] StoreError),
}

/// Has `subject` follow the store and answer on its socket. Returns at once; nothing of it is on the way of a call.
pub fn appear(subject: impl Subject, surroundings: Surroundings) -> Presence {
    let leaving = CancellationToken::new();
    let started_at = surroundings.clock.now();
    let task = tokio::spawn(run(subject, surroundings, started_at, leaving.clone()));
    Presence { leaving, task }
}

impl Presence {
    /// Takes back the row and the socket.
    pub async fn leave(mut self) {
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
    tokio::select! {
        () = leaving.cancelled() => return,
        () = sleep(SETTLED) => {}
    }
    let door = open(&around, started_at).await;
    let (pokes, poked) = pokes();
    let following = follow(subject.clone(), around.store.clone(), around.seen, poked);
    let answering = async {
        match &door {
            Ok(door) => listener::run(&door.listener, subject, pokes).await,
            Err(error) => {
                tracing::warn!("other commands can't reach this session: {error}");
                std::future::pending::<()>().await;
            }
        }
    };
    let sweeping = async {
        // What is left by those that were killed; whoever lists sessions does the same.
        let _ = sweep::sweep(&around.store).await;
        std::future::pending::<()>().await;
    };
    tokio::select! {
        () = leaving.cancelled() => {}
        () = following => {}
        () = answering => {}
        () = sweeping => {}
    }
    if let Ok(door) = door {
        // First the row, so that nobody who finds it is kept waiting by a socket that is gone.
        let _ = around.store.forget_sessions(vec![door.id]).await;
    }
}

/// Listens, then says where.
async fn open(around: &Surroundings, started_at: Timestamp) -> Result<Door, Hidden> {
    let millis = u64::try_from(started_at.as_millisecond()).unwrap_or(0);
    let id = SessionId::new(millis, entropy::random()?);
    private_directory(&around.run_dir)?;
    let socket = around.run_dir.join(format!("{id}.sock"));
    let door = Door { id, listener: listen_at(&socket)?, socket: socket.clone() };
    let (process, cwd) = (this_process(), around.cwd.clone());
    around.store.register_session(SessionRow { id, process, socket, cwd, started_at }).await?;
    Ok(door)
}

/// Where others come in; the socket goes with it.
struct Door {
    id: SessionId,
    listener: UnixListener,
    socket: PathBuf,
}

impl Drop for Door {
    fn drop(&mut self) {
        remove_socket(&self.socket);
    }
}
