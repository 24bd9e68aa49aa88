//! A session that the server has forgotten, made anew (MCP `basic/transports`, session management: 404 means initialize again).

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::agreement::Marks;
use super::bridge::Connection;
use super::caller::session_of;
use super::exchange::{Exchange, Failure};
use super::following::Answer;
use super::listener::BEGIN;
use super::waiting::Place;
use crate::core::platform::time::timeout;
use crate::core::wire::{self, Field, find_member, notification_frame};

/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the server may take to be told again what it was told.
const REPLAY: Duration = Duration::from_secs(5);

/// What is told when it can't be done.
const OVER: &str = "its session is over, and another can't be opened";

/// What a server may have changed about itself meanwhile, and how that is told.
const LISTS: [(&str, &str); 3] = [
    ("tools", "notifications/tools/list_changed"),
    ("prompts", "notifications/prompts/list_changed"),
    ("resources", "notifications/resources/list_changed"),
];

/// What came of the last attempt, for those who waited meanwhile.
#[derive(Debug, Default)]
pub(super) struct Renewing {
    failed: Option<(Instant, String)>,
}

impl Connection {
    /// Opens a session with the server in place of the one with these `marks`, and brings it to where that was. Whoever comes
    /// while somebody does this waits, and finds it done. It is done to its end, whoever gives up waiting. The `request` that
    /// needs it is yet to be sent.
    pub(super) async fn renew(
        self: &Arc<Self>,
        marks: &Marks,
        request: Option<&Exchange>,
    ) -> Result<(), String> {
        let (done, renewed) = oneshot::channel();
        let (this, marks, since) = (Arc::clone(self), marks.clone(), Instant::now());
        let unsent = request.map(|exchange| exchange.place);
        self.aside(async move {
            let mut renewing = this.renewing.lock().await;
            let outcome = match &renewing.failed {
                _ if this.marks().number() != marks.number() => Ok(()),
                Some((at, why)) if *at >= since => Err(why.clone()),
                _ => {
                    let late = || Err(format!("{OVER}: {} does not answer in time", this.caller.origin()));
                    match timeout(PATIENCE, this.open_another(&marks)).await.unwrap_or_else(|_| late()) {
                        Ok(answer) => {
                            this.catch_up(&answer, unsent).await;
                            Ok(())
                        }
                        Err(why) => Err(why),
                    }
                }
            };
            renewing.failed = outcome.clone().err().map(|why| (Instant::now(), why));
            drop(renewing);
            let _ = done.send(outcome);
        });
        renewed.await.unwrap_or_else(|_| Err(OVER.to_owned()))
    }

    /// Opens it, and gives the server's answer.
    async fn open_another(self: &Arc<Self>, marks: &Marks) -> Result<Vec<u8>, String> {
        let opening = self.known().opening.clone().ok_or(OVER)?;
        let response = self.caller.post(None, &opening.request, &Marks::default()).await?;
        if !response.status().is_success() {
            return Err(format!("{OVER}: {} answers {}", self.caller.origin(), response.status()));
        }
        let session = session_of(&response);
        let answer = self.answer(response, &opening, &marks.opening(session.clone())).await;
        let Answer { message, rest } = answer.map_err(|failure| format!("{OVER}: {failure}"))?;
        let next = marks.next(session, &message).ok_or(OVER)?;
        let initialized = notification_frame("notifications/initialized", None);
        let response = self.caller.post(None, &initialized, &next).await?;
        if !response.status().is_success() {
            return Err(format!("{OVER}: {} answers {}", self.caller.origin(), response.status()));
        }
        self.take_back_questions().await;
        self.known().marks = next;
        (self.tell)("the server had forgotten its session: there is a new one");
        self.pass_rest(rest);
        Ok(message)
    }

    /// Tells the client not to answer what the session asked that is over.
    async fn take_back_questions(&self) {
        let asked = std::mem::take(&mut self.known().asked);
        for id in asked {
            let reason = b",\"reason\":\"the server has forgotten its session\"}".as_slice();
            let params = [b"{\"requestId\":".as_slice(), &id, reason].concat();
            self.output.message(notification_frame("notifications/cancelled", Some(&params))).await;
        }
    }

    /// Brings the new session, which the server opened with this `answer`, to where the one before was.
    async fn catch_up(self: &Arc<Self>, answer: &[u8], unsent: Option<Place>) {
        let _ = timeout(BEGIN, self.listen()).await;
        let marks = self.marks();
        if timeout(REPLAY, self.replay_all(&marks, unsent)).await.is_err() {
            (self.tell)(
                "a new session with the server misses something: it takes too long to be told all of it",
            );
        }
        for method in changed(answer) {
            self.output.message(notification_frame(method, None)).await;
        }
    }

    /// Tells a new session what the one before was told, but for what it was not told yet.
    async fn replay_all(self: &Arc<Self>, marks: &Marks, unsent: Option<Place>) {
        let replayed: Vec<_> = {
            let known = self.known();
            let all = known.level.iter().chain(known.subscriptions.values());
            all.filter(|exchange| Some(exchange.place) != unsent).cloned().collect()
        };
        for exchange in replayed {
            if let Err(why) = self.replay(&exchange, marks).await {
                (self.tell)(&format!("a new session with the server misses something: {why}"));
            }
        }
    }

    /// Asks again what was answered before; the session does not hear of it.
    async fn replay(self: &Arc<Self>, exchange: &Exchange, marks: &Marks) -> Result<(), Failure> {
        let response = self.caller.post(None, &exchange.request, marks).await?;
        let answer = self.answer(response, exchange, marks).await?;
        self.pass_rest(answer.rest);
        Ok(())
    }
}

/// The notifications that tell what a server of this `answer` may list otherwise now.
fn changed(answer: &[u8]) -> impl Iterator<Item = &'static str> {
    let result = wire::scan(answer).ok().and_then(|envelope| envelope.get(Field::Result));
    let capabilities = result.and_then(|result| find_member(answer, result, "capabilities"));
    LISTS.into_iter().filter_map(move |(name, method)| {
        capabilities.and_then(|capabilities| find_member(answer, capabilities, name)).map(|_| method)
    })
}
