//! What a server says by itself (MCP `basic/transports`, listening for messages from the server).

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::Response;
use tokio::sync::oneshot;

use super::bridge::Connection;
use super::events::Events;
use super::refusal::refusal;
use super::stream::{GOOD, is_final, is_stream, next, wait};
use crate::core::platform::time::sleep;

/// How long others wait for the first stream.
pub(super) const BEGIN: Duration = Duration::from_millis(300);

/// How often in a row a server may refuse to go on: what stands before it may do so for a while. About two minutes.
const REFUSALS: u32 = 10;

impl Connection {
    /// Listens beside everything else, for as long as the present session with the server lasts. What is returned ends when it is
    /// known whether the server has a stream for that: what it says before there is one is lost, as most servers have it.
    pub(super) fn listen(self: &Arc<Self>) -> oneshot::Receiver<()> {
        let (known, begun) = oneshot::channel();
        self.aside(Arc::clone(self).keep_listening(known));
        begun
    }

    async fn keep_listening(self: Arc<Self>, known: oneshot::Sender<()>) {
        let mut known = Some(known);
        let session = self.marks();
        let mut events = Events::new(self.max_frame);
        let (mut in_vain, mut refused, mut heard) = (0, 0, false);
        let begun = Instant::now();
        loop {
            let answered = self.caller.get(events.last_id(), &session).await;
            drop(known.take());
            match answered {
                Ok(stream) if is_stream(&stream) => {
                    let since = Instant::now();
                    (heard, refused) = (true, 0);
                    events.restart();
                    if self.pass_stream(stream, &mut events).await || since.elapsed() >= GOOD {
                        in_vain = 0;
                    }
                }
                Ok(answer) if is_final(answer.status()) => {
                    // Where there was no stream, it says nothing by itself, or not in this way.
                    if !heard {
                        return;
                    }
                    let refusal = refusal(answer, &self.caller).await;
                    if refusal.is_of_session() {
                        sleep(wait(&events, self.forgotten_again(begun.elapsed() >= GOOD))).await;
                        // Whoever opens another session listens to it.
                        let _ = self.renew(&session, None).await;
                    } else if refused >= REFUSALS {
                        let words = refusal.words;
                        return (self.tell)(&format!(
                            "what it says by itself is not heard any more: {words}"
                        ));
                    }
                    refused += 1;
                }
                _ => {}
            }
            if self.marks().number() != session.number() {
                return;
            }
            sleep(wait(&events, in_vain)).await;
            in_vain += 1;
        }
    }

    /// Counts one more session that the server forgot: how often it did so at once, after one that lasted or before.
    fn forgotten_again(&self, lasted: bool) -> u32 {
        let mut known = self.known();
        known.forgotten = if lasted { 0 } else { known.forgotten.saturating_add(1) };
        known.forgotten
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
