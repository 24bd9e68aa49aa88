//! A session from its first byte to its last.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Instant;

use super::super::router::{Router, RouterConfig};
use super::finish::{GRACE, finish, serve_out};
use super::hub::Hub;
use super::quota::Quota;
use super::{Commands, Keeper, client, command, sink, timer};
use crate::core::platform::{Reader, Writer, take_long_turns};
use crate::core::upstream::Launcher;
use crate::core::usage::Meter;

/// What a session needs.
#[derive(Debug)]
pub struct Session {
    /// Servers and rules.
    pub config: RouterConfig,
    /// Starts children.
    pub launcher: Launcher,
    /// What is known of servers from earlier sessions.
    pub keeper: Keeper,
    /// Where calls are written down, if they are.
    pub meter: Option<Meter>,
    /// What others ask of it.
    pub commands: Commands,
    /// Where calls are counted; nothing: there will be none.
    pub quota_dir: Option<PathBuf>,
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
/// After end of input, requests under way are still answered if that takes no longer than three and a half seconds; within
/// five, everything is over.
pub async fn run(session: Session, io: SessionIo, interrupted: impl Future<Output = ()>) -> SessionEnd {
    take_long_turns();
    let Session { config, launcher, keeper, meter, commands, quota_dir, max_frame } = session;
    let bounds = (max_frame, config.child_queue);
    let (commands, signs, refused) = commands.into_parts();
    let mut asked = pin!(async {
        tokio::select! {
            () = interrupted => {}
            () = signs.end.cancelled() => {}
        }
    });
    let router = Router::new(config, Instant::now());
    let quota = Quota::new(quota_dir);
    let hub = Arc::new(Hub::new(router, io.output, launcher, (keeper, meter), refused, quota, bounds));
    let mut helpers = tokio::task::JoinSet::new();
    helpers.spawn(sink::client(Arc::clone(&hub)));
    helpers.spawn(timer::run(Arc::clone(&hub)));
    helpers.spawn(timer::trim(Arc::clone(&hub)));
    helpers.spawn(command::run(Arc::clone(&hub), commands));
    let mut reading = tokio::spawn(client::read(Arc::clone(&hub), io.input, signs.clone()));
    let served = async {
        if (&mut reading).await.is_err() {
            return (SessionEnd::Broken, None);
        }
        let until = Instant::now() + GRACE;
        serve_out(&hub, until).await;
        (SessionEnd::Closed, Some(until))
    };
    let (end, hurry_at) = tokio::select! {
        biased;
        () = &mut asked => (SessionEnd::Interrupted, None),
        () = hub.closing.cancelled() => (SessionEnd::Closed, Some(Instant::now() + GRACE)),
        end = served => end,
        // They end by themselves only by a panic, which the hook has reported.
        _ = helpers.join_next() => (SessionEnd::Broken, None),
    };
    reading.abort();
    finish(&hub, asked, hurry_at).await;
    helpers.shutdown().await;
    end
}
