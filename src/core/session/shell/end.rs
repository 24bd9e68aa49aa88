//! A session from its first byte to its last.

use std::future::{Future, pending};
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::time::timeout;

use super::super::router::{Router, RouterConfig};
use super::hub::Hub;
use super::{Commands, Keeper, client, command, sink, timer};
use crate::core::platform::{Reader, Writer};
use crate::core::upstream::Launcher;

/// How long requests under way may still be answered after the client closed its end.
const DRAIN: Duration = Duration::from_secs(10);
/// How often it is looked whether the client still reads.
const ABANDONED: Duration = Duration::from_millis(100);
/// How long children may take to end, all at once: the patience of [`crate::core::upstream::stop()`], and a little.
const CHILDREN: Duration = Duration::from_millis(4_500);

/// What a session needs.
#[derive(Debug)]
pub struct Session {
    /// Servers and rules.
    pub config: RouterConfig,
    /// Starts children.
    pub launcher: Launcher,
    /// What is known of servers from earlier sessions.
    pub keeper: Keeper,
    /// What others ask of it.
    pub commands: Commands,
    /// The longest frame, bytes.
    pub max_frame: usize,
}

/// The client's streams.
#[derive(Debug)]
pub struct SessionIo {
    /// What the client says.
    pub input: Reader,
    /// What it is told.
    pub output: Writer,
}

/// Why a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionEnd {
    /// The client closed its end.
    Closed,
    /// `interrupted` resolved.
    Interrupted,
    /// A defect of mcpgw's own; what is known of it has been printed.
    Broken,
}

/// Serves one client until it closes its end or `interrupted` resolves, and ends every child before it returns.
///
/// After end of input, requests under way are still answered, for at most ten seconds.
pub async fn run(session: Session, io: SessionIo, interrupted: impl Future<Output = ()>) -> SessionEnd {
    let Session { config, launcher, keeper, commands, max_frame } = session;
    let bounds = (max_frame, config.child_queue);
    let (commands, end) = commands.into_parts();
    let mut asked = pin!(async {
        tokio::select! {
            () = interrupted => {}
            () = end.cancelled() => {}
        }
    });
    let router = Router::new(config, Instant::now());
    let hub = Arc::new(Hub::new(router, io.output, launcher, keeper, bounds));
    let mut helpers = tokio::task::JoinSet::new();
    helpers.spawn(sink::client(Arc::clone(&hub)));
    helpers.spawn(timer::run(Arc::clone(&hub)));
    helpers.spawn(timer::trim(Arc::clone(&hub)));
    helpers.spawn(command::run(Arc::clone(&hub), commands));
    let mut reading = tokio::spawn(client::read(Arc::clone(&hub), io.input));
    let served = async {
        if (&mut reading).await.is_err() {
            return SessionEnd::Broken;
        }
        tokio::select! {
            _ = timeout(DRAIN, drain(&hub)) => {}
            () = abandoned(&hub) => {}
        }
        SessionEnd::Closed
    };
    let end = tokio::select! {
        biased;
        () = &mut asked => SessionEnd::Interrupted,
        () = hub.closing.cancelled() => SessionEnd::Closed,
        end = served => end,
        // They end by themselves only by a panic, which the hook has reported.
        _ = helpers.join_next() => SessionEnd::Broken,
    };
    reading.abort();
    if end == SessionEnd::Interrupted {
        hub.hurry.cancel();
    }
    hub.closing.cancel();
    hub.tasks.close();
    let ending = async {
        let children = timeout(CHILDREN, hub.tasks.wait());
        let _ = tokio::join!(children, hub.keeper.finish(&hub));
    };
    let hurrying = async {
        if end != SessionEnd::Interrupted {
            asked.await;
            hub.hurry.cancel();
        }
        pending::<()>().await;
    };
    tokio::select! {
        () = ending => {}
        () = hurrying => {}
    }
    helpers.shutdown().await;
    let writer = Arc::clone(&hub.lock().client);
    let _ = timeout(DRAIN, writer.flush()).await;
    end
}

/// Waits until the client has closed its output as well: nobody is left to answer. Writing would show it, but a request
/// that is never answered writes nothing.
async fn abandoned(hub: &Arc<Hub>) {
    let writer = Arc::clone(&hub.lock().client);
    let mut rounds = tokio::time::interval(ABANDONED);
    while !writer.is_abandoned() {
        rounds.tick().await;
    }
}

/// Waits until no request is under way and everything is written.
async fn drain(hub: &Arc<Hub>) {
    {
        let mut state = hub.lock();
        state.draining = true;
        hub.finish(&mut state);
    }
    hub.quiet.notified().await;
}
