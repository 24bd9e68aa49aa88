//! A session that the server has forgotten, made anew (MCP `basic/transports`, session management: 404 means initialize again).

use std::sync::Arc;

use super::agreement::Marks;
use super::bridge::Connection;
use super::caller::session_of;
use super::exchange::{Exchange, Failure};
use crate::core::wire::{self, Field, find_member, notification_frame};

/// What a server may have changed about itself meanwhile, and how that is told.
const LISTS: [(&str, &str); 3] = [
    ("tools", "notifications/tools/list_changed"),
    ("prompts", "notifications/prompts/list_changed"),
    ("resources", "notifications/resources/list_changed"),
];

impl Connection {
    /// Opens a session with the server in place of the one with these `marks`, and brings it to where that was. Whoever comes
    /// while somebody does this waits, and finds it done.
    pub(super) async fn renew(self: &Arc<Self>, marks: &Marks) -> Result<(), String> {
        let _one = self.renewing.lock().await;
        if self.marks().number() != marks.number() {
            return Ok(());
        }
        let over = "its session is over, and another can't be opened";
        let (opening, replayed) = {
            let known = self.known();
            let again: Vec<_> = known.level.iter().chain(known.subscriptions.values()).cloned().collect();
            (known.opening.clone(), again)
        };
        let opening = opening.ok_or(over)?;
        let response = self.caller.post(None, opening.request.clone(), &Marks::default()).await?;
        if !response.status().is_success() {
            return Err(format!("{over}: {} answers {}", self.caller.origin(), response.status()));
        }
        let session = session_of(&response);
        let answer = self.answer(response, &opening).await.map_err(|failure| format!("{over}: {failure}"))?;
        let next = marks.next(session, &answer).ok_or(over)?;
        let initialized = notification_frame("notifications/initialized", None);
        self.caller.post(None, initialized, &next).await?;
        self.known().marks = next.clone();
        for exchange in replayed {
            if let Err(why) = self.replay(&exchange, &next).await {
                (self.tell)(&format!("a new session with the server misses something: {why}"));
            }
        }
        (self.tell)("the server had forgotten its session: there is a new one");
        self.listen();
        for method in changed(&answer) {
            self.output.message(notification_frame(method, None)).await;
        }
        Ok(())
    }

    /// Asks again what was answered before; the session does not hear of it.
    async fn replay(self: &Arc<Self>, exchange: &Exchange, marks: &Marks) -> Result<(), Failure> {
        let response = self.caller.post(None, exchange.request.clone(), marks).await?;
        self.answer(response, exchange).await.map(drop)
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
