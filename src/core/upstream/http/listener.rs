//! What a server says by itself (MCP `basic/transports`, listening for messages from the server).

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::{Response, StatusCode};

use super::bridge::Connection;
use super::events::{Event, Events};
use super::stream::{is_stream, next};
use crate::core::platform::time::sleep;

/// How long to wait before a stream that ended is asked for again; twice as long after each one that brought nothing.
const FIRST: Duration = Duration::from_secs(1);
/// The longest that this becomes, or that a server may have us wait.
const LONGEST: Duration = Duration::from_mins(1);
/// A stream that lasted this long was a good one.
const GOOD: Duration = Duration::from_secs(10);

impl Connection {
    /// Listens beside everything else, for as long as the present session with the server lasts.
    pub(super) fn listen(self: &Arc<Self>) {
        let this = Arc::clone(self);
        self.aside(async move { this.keep_listening().await });
    }

    async fn keep_listening(self: Arc<Self>) {
        let session = self.marks();
        let mut events = Events::new(self.max_frame);
        let mut wait = FIRST;
        loop {
            match self.caller.get(events.last_id(), &session).await {
                Ok(stream) if is_stream(&stream) => {
                    let since = Instant::now();
                    events.restart();
                    let brought = self.pass_events(stream, &mut events).await;
                    if brought || since.elapsed() >= GOOD {
                        wait = FIRST;
                    }
                }
                // Whoever opens another session listens to it.
                Ok(answer) if answer.status() == StatusCode::NOT_FOUND && session.session().is_some() => {
                    let _ = self.renew(&session).await;
                }
                // It says nothing by itself, or not in this way.
                Ok(answer) if is_final(answer.status()) => return,
                _ => {}
            }
            if self.marks().number() != session.number() {
                return;
            }
            sleep(events.retry().unwrap_or(wait).min(LONGEST)).await;
            wait = (wait * 2).min(LONGEST);
        }
    }

    /// Passes on what comes until the stream ends. Returns whether anything did.
    async fn pass_events(&self, mut stream: Response, events: &mut Events) -> bool {
        let mut brought = false;
        loop {
            match next(&mut stream, events).await {
                Ok(Some(found)) => {
                    for event in found {
                        if let Event::Message(message) = event {
                            brought = true;
                            self.output.message(message).await;
                        }
                    }
                }
                Ok(None) => return brought,
                Err(why) => {
                    (self.tell)(&why);
                    return brought;
                }
            }
        }
    }
}

/// Whether to ask again would give the same.
fn is_final(status: StatusCode) -> bool {
    let later = matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS);
    !later && !status.is_server_error()
}
