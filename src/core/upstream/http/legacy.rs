//! HTTP+SSE (MCP 2024-11-05 `basic/transports`): one stream for everything that the server says, another URL to say things to it.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Response;

use super::agreement::Marks;
use super::bridge::Connection;
use super::events::{Event, Events};
use super::exchange::Failure;
use super::refusal::refusal;
use super::stream::{is_stream, next};
use crate::core::platform::time::timeout;

/// How long the server may take to say where messages go.
const PATIENCE: Duration = Duration::from_secs(30);

impl Connection {
    /// Opens the stream, and waits until the server says where messages go.
    pub(super) async fn connect(self: &Arc<Self>) -> Result<(), String> {
        let origin = self.caller.origin();
        let opening = async {
            let mut stream = self.caller.get(None, &Marks::default()).await?;
            if !stream.status().is_success() {
                return Err(Failure::from(refusal(stream, &self.caller).await).to_string());
            }
            if !is_stream(&stream) {
                return Err(format!("{origin} gives no stream of events"));
            }
            let mut events = Events::new(self.max_frame);
            while let Some(found) = next(&mut stream, &mut events).await {
                let mut found = found.into_iter();
                let endpoint = found.find_map(|event| match event {
                    Event::Endpoint(endpoint) => Some(endpoint),
                    Event::Message(_) | Event::TooLong(_) => None,
                });
                if let Some(endpoint) = endpoint {
                    return Ok((endpoint, found.collect(), stream, events));
                }
            }
            Err(format!("{origin} ended the stream before it said where messages go"))
        };
        let late = || Err(format!("{origin} does not say in time where messages go"));
        let (endpoint, found, stream, events) =
            timeout(PATIENCE, opening).await.unwrap_or_else(|_| late())?;
        let url =
            std::str::from_utf8(&endpoint).ok().and_then(|endpoint| self.caller.resolve(endpoint.trim()));
        let url =
            url.ok_or_else(|| format!("{origin} wants messages to go elsewhere: they, and headers, don't"))?;
        // Nobody else connects: a session is opened once.
        let _ = self.legacy.set(url);
        let this = Arc::clone(self);
        self.aside(async move {
            this.pass_all(found, stream, events).await;
            let why = format!("{} ended its stream, and with it the session", this.caller.origin());
            let _ = this.broken.set(why);
            this.over.cancel();
        });
        Ok(())
    }

    /// Passes on what comes until the stream ends.
    async fn pass_all(&self, mut found: Vec<Event>, mut stream: Response, mut events: Events) {
        loop {
            self.pass_events(found).await;
            let Some(more) = next(&mut stream, &mut events).await else { return };
            found = more;
        }
    }
}
