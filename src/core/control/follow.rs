//! Keeps a session in step with the store.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot, watch};

use super::{Bearer, Proof, Serving, SessionLogin, Subject, WayBack};
use crate::core::clock::Clock;
use crate::core::platform::time::sleep;
use crate::core::store::{Generation, Store, StoreError};

/// How often the store is looked at when nobody says that it has changed.
const LOOK: Duration = Duration::from_millis(250);

/// How often the clock is looked at when something ends by itself.
const CLOCK: Duration = Duration::from_mins(1);

/// Pokes that wait at most; who has one more waits for a place.
const QUEUE: usize = 16;

/// Says to a follower that the store has changed.
#[derive(Debug, Clone)]
pub(super) struct Pokes(mpsc::Sender<oneshot::Sender<bool>>);

/// Where a follower hears it.
pub(super) type Poked = mpsc::Receiver<oneshot::Sender<bool>>;

pub(super) fn pokes() -> (Pokes, Poked) {
    let (sender, receiver) = mpsc::channel(QUEUE);
    (Pokes(sender), receiver)
}

impl Pokes {
    /// Returns when the session is what the store was, at the earliest, at the time of the call. `false`: that can't be.
    pub(super) async fn poke(&self) -> bool {
        let (done, outcome) = oneshot::channel();
        self.0.send(done).await.is_ok() && outcome.await.unwrap_or(false)
    }
}

/// What a session follows, and since when.
#[derive(Debug)]
pub(super) struct Follower {
    pub store: Store,
    pub bearer: watch::Sender<Bearer>,
    pub clock: Clock,
    /// Where the session was started.
    pub directory: Option<PathBuf>,
    /// The moment as of which it knows the store.
    pub seen: Generation,
    /// When what it serves changes by itself.
    pub until: Option<Timestamp>,
    /// How its person comes back once they have to log in, if they can.
    pub way_back: Option<Arc<dyn WayBack>>,
    /// They have to.
    pub is_over: bool,
    /// They are shown the page for that, if their client can.
    pub shows_page: bool,
    /// What is served is to be found out anew.
    pub is_stale: bool,
}

/// Follows the store, for as long as it is polled and the store can be read.
pub(super) async fn follow(subject: impl Subject, mut follower: Follower, mut poked: Poked) {
    let Ok(mut looks) = follower.store.watch(follower.seen, LOOK).await else { return };
    // What changed since `seen` is found by the first step.
    looks.mark_changed();
    let mut failing = false;
    loop {
        let mut waiting = Vec::new();
        tokio::select! {
            () = sleep(LOOK), if failing => {}
            Some(first) = poked.recv() => waiting.push(first),
            changed = looks.changed() => if changed.is_err() { return },
            () = follower.change() => {}
            login = follower.again() => follower.is_back(login),
            () = follower.stays(&subject) => follower.show_page(&subject).await,
        }
        // One look serves all who asked before it.
        while let Ok(another) = poked.try_recv() {
            waiting.push(another);
        }
        let outcome = follower.step(&subject).await;
        match &outcome {
            Err(error) if !failing => tracing::warn!("can't see whether servers have changed: {error}"),
            _ => {}
        }
        failing = outcome.is_err();
        for waiting in waiting {
            let _ = waiting.send(matches!(outcome, Ok(true)));
        }
    }
}

impl Follower {
    /// Brings the session up to the store, if that has changed, or time has changed something. `false`: the session is over.
    async fn step(&mut self, subject: &impl Subject) -> Result<bool, StoreError> {
        let due = self.until.is_some_and(|until| until <= self.clock.now());
        if !due && !self.is_stale && self.store.generation().await? == self.seen {
            return Ok(true);
        }
        let bearer = *self.bearer.borrow();
        let (seen, mut serving) =
            bearer.serving(&self.store, self.directory.as_deref(), self.clock.now()).await?;
        if !self.is_over
            && serving.notice.is_some()
            && let Some(login) = self.ahead().await
        {
            self.is_back(login);
            let bearer = *self.bearer.borrow();
            serving = bearer.serving(&self.store, self.directory.as_deref(), self.clock.now()).await?.1;
        }
        (self.seen, self.until, self.is_stale) = (seen, serving.until, false);
        self.find_way_back(&mut serving).await;
        let in_force = subject.follow(serving.into_offer()).await;
        Ok(in_force)
    }

    /// Has the person who has to log in told where, if they look at a client that can show it.
    async fn find_way_back(&mut self, serving: &mut Serving) {
        let Some(way_back) = &self.way_back else { return };
        match &mut serving.notice {
            Some(notice) => {
                self.is_over = true;
                notice.page = if self.shows_page { way_back.open_page().await } else { None };
            }
            None if self.is_over => {
                (self.is_over, self.shows_page) = (false, false);
                // By another way, such as that nobody has to log in any more.
                way_back.settle();
            }
            None => {}
        }
    }

    /// The login of who has logged in again before they had to.
    async fn ahead(&self) -> Option<SessionLogin> {
        self.way_back.as_ref()?.ahead().await
    }

    /// Returns when who has to log in has done that.
    async fn again(&self) -> SessionLogin {
        match &self.way_back {
            Some(way_back) if self.is_over => way_back.again().await,
            _ => std::future::pending().await,
        }
    }

    fn is_back(&mut self, login: SessionLogin) {
        self.bearer.send_modify(|bearer| bearer.proof = Proof::Login(login));
        self.is_stale = true;
        if let Some(way_back) = &self.way_back {
            way_back.settle();
        }
    }

    /// Returns when the client of who has to log in could be told where.
    async fn stays(&self, subject: &impl Subject) {
        if !self.is_over || self.shows_page || self.way_back.is_none() {
            return std::future::pending().await;
        }
        subject.stays().await;
    }

    async fn show_page(&mut self, subject: &impl Subject) {
        self.shows_page = true;
        self.is_stale |= subject.opens_urls().await;
    }

    /// Returns when what is served changes by itself. A clock may be set: it is asked again from time to time.
    async fn change(&self) {
        let Some(until) = self.until else { return std::future::pending().await };
        while let Ok(left) = Duration::try_from(until.duration_since(self.clock.now()))
            && !left.is_zero()
        {
            sleep(left.min(CLOCK)).await;
        }
    }
}
