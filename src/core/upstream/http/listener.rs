//! What a server says by itself (MCP `basic/transports`, listening for messages from the server).

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::{Response, StatusCode};

use super::bridge::Connection;
use super::events::Events;
use super::stream::{is_final, is_stream, next, wait};
use crate::core::platform::time::sleep;

/// A stream that lasted this long was a good one.
const GOOD: Duration = Duration::from_secs(10);

impl Connection {
    /// Listens beside everything else, for as long as the present session with the server lasts.
    pub(super) fn listen(self: &Arc<Self>) {
        self.aside(Arc::clone(self).keep_listening());
    }

    async fn keep_listening(self: Arc<Self>) {
        let session = self.marks();
        let mut events = Events::new(self.max_frame);
        let (mut in_vain, mut heard) = (0, false);
        loop {
            match self.caller.get(events.last_id(), &session).await {
                Ok(stream) if is_stream(&stream) => {
                    let since = Instant::now();
                    heard = true;
                    events.restart();
                    if self.pass_stream(stream, &mut events).await || since.elapsed() >= GOOD {
                        in_vain = 0;
                    }
                }
                // Where there was a stream, this means that the session is over. Whoever opens another one listens to it.
                Ok(answer) if answer.status() == StatusCode::NOT_FOUND && heard => {
                    let _ = self.renew(&session).await;
                }
                // It says nothing by itself, or not in this way.
                Ok(answer) if is_final(answer.status()) => return,
                _ => {}
            }
            if self.marks().number() != session.number() {
                return;
            }
            sleep(wait(&events, in_vain)).await;
            in_vain += 1;
        }
    }

    /// Passes on what comes until the stream ends. Returns whether anything did.
    async fn pass_stream(&self, mut stream: Response, events: &mut Events) -> bool {
        let mut any = false;
        while let Some(found) = next(&mut stream, events).await {
            any |= self.pass_events(found).await;
        }
        any
    }
}
