//! What others ask of a running session: how it is, other servers, a restart, its end.

use std::collections::HashSet;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use super::hub::Hub;
use super::refused::Refused;
use crate::core::model::{Declined, Offer, ServerId, SessionState};

/// Commands that wait at most; who has one more waits for a place.
const QUEUE: usize = 16;

/// A command, with where its answer goes.
#[derive(Debug)]
pub(super) enum Command {
    State(oneshot::Sender<SessionState>),
    Servers(Offer, oneshot::Sender<()>),
    Restart(ServerId, oneshot::Sender<bool>),
    OpensUrls(oneshot::Sender<bool>),
}

/// Speaks to one session, which may not have begun yet, or may be over. Cheap to clone.
#[derive(Debug, Clone)]
pub struct SessionHandle {
    commands: mpsc::Sender<Command>,
    signs: Signs,
    refused: Refused,
}

/// What either end tells the other by itself, once.
#[derive(Debug, Clone, Default)]
pub(super) struct Signs {
    /// It is to end.
    pub end: CancellationToken,
    /// The client has more to say than hello.
    pub stays: CancellationToken,
    /// Whoever changes something finds the session.
    pub found: CancellationToken,
}

/// The session's end of its handles.
#[derive(Debug)]
pub struct Commands {
    queue: mpsc::Receiver<Command>,
    signs: Signs,
    refused: Refused,
}

/// A handle, and what [`super::Session`] needs to listen to it.
pub fn handle() -> (SessionHandle, Commands) {
    let (commands, queue) = mpsc::channel(QUEUE);
    let (signs, refused) = (Signs::default(), Refused::default());
    let handle = SessionHandle { commands, signs: signs.clone(), refused: refused.clone() };
    (handle, Commands { queue, signs, refused })
}

impl SessionHandle {
    /// How the session is; `None`: it is over.
    pub async fn state(&self) -> Option<SessionState> {
        self.ask(Command::State).await
    }

    /// Brings it up to the enabled servers as they are now, in the order in which they keep names; returns once that has been
    /// done. `false`: it is over.
    pub async fn offer(&self, offer: Offer) -> bool {
        self.ask(|done| Command::Servers(offer, done)).await.is_some()
    }

    /// Runs a server anew; requests under way finish on its old run. `false`: there is no such server, or no session.
    pub async fn restart(&self, id: ServerId) -> bool {
        self.ask(|done| Command::Restart(id, done)).await.unwrap_or(false)
    }

    /// Whether its client has its person open a URL where they are asked to. `false` also: it is over.
    pub async fn opens_urls(&self) -> bool {
        self.ask(Command::OpensUrls).await.unwrap_or(false)
    }

    /// Ends the session as an interruption would.
    pub fn end(&self) {
        self.signs.end.cancel();
    }

    /// Returns when the client has more to say than hello.
    pub async fn stays(&self) {
        self.signs.stays.cancelled().await;
    }

    /// Its first requests need wait no longer: whoever changes something finds it.
    pub fn is_found(&self) {
        self.signs.found.cancel();
    }

    /// Returns when its client was refused something.
    pub async fn refuses(&self) {
        self.refused.some().await;
    }

    /// What its client was refused since the last call, each with how often.
    pub fn take_refused(&self) -> Vec<(Declined, u32)> {
        self.refused.take()
    }

    async fn ask<T>(&self, command: impl FnOnce(oneshot::Sender<T>) -> Command) -> Option<T> {
        let (reply, answer) = oneshot::channel();
        self.commands.send(command(reply)).await.ok()?;
        answer.await.ok()
    }
}

/// Carries out commands until the session ends.
pub(super) async fn run(hub: Arc<Hub>, mut commands: mpsc::Receiver<Command>) {
    while let Some(command) = commands.recv().await {
        match command {
            Command::State(reply) => drop(reply.send(state(&hub))),
            Command::Servers(offer, done) => {
                let ids: HashSet<ServerId> = offer.servers.iter().map(|served| served.server.id).collect();
                hub.call(|router| router.follow(offer));
                hub.recount();
                hub.lock().retire_logs(|server| !ids.contains(&server));
                let _ = done.send(());
            }
            Command::OpensUrls(reply) => drop(reply.send(hub.lock().router.client_opens_urls())),
            Command::Restart(id, done) => {
                let mut found = false;
                hub.call(|router| found = router.restart(id));
                let _ = done.send(found);
            }
        }
    }
    // A session without handles goes on.
    std::future::pending::<()>().await;
}

fn state(hub: &Arc<Hub>) -> SessionState {
    let mut state = hub.lock();
    state.router.set_now(std::time::Instant::now());
    let children = &state.children;
    state.router.state(|child| children.get(child).and_then(|side| side.pid))
}

impl Commands {
    pub(super) fn into_parts(self) -> (mpsc::Receiver<Command>, Signs, Refused) {
        (self.queue, self.signs, self.refused)
    }
}
