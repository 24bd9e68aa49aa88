//! Answers of the server, as their bytes come.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Response, StatusCode};

use super::caller::Caller;
use super::events::{Event, Events};
use crate::core::platform::time::timeout;

/// How long a stream may take to end once all that was waited for has come: its connection then serves the next call.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// A stream that lasted this long was a good one.
pub(super) const GOOD: Duration = Duration::from_secs(10);
/// The longest that a server may have us wait.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What is told of what is longer than allowed.
pub(super) const TOO_LONG: &str = "it sent a message above relay.max_frame";

/// What an answer holds, by its content type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// One message.
    Json,
    /// Events.
    Stream,
    /// What MCP does not know.
    Other,
}

impl Content {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = value.split(';').next().unwrap_or_default().trim();
        match essence {
            json if json.eq_ignore_ascii_case("application/json") => Self::Json,
            stream if stream.eq_ignore_ascii_case("text/event-stream") => Self::Stream,
            _ => Self::Other,
        }
    }
}

/// Whether `response` is a stream of events.
pub(super) fn is_stream(response: &Response) -> bool {
    response.status().is_success() && Content::of(response.headers()) == Content::Stream
}

/// The whole body of `response`, of `limit` bytes at most.
pub(super) async fn body(response: &mut Response, limit: usize, caller: &Caller) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| caller.describe(&error))? {
        if body.len() + chunk.len() > limit {
            return Err(TOO_LONG.to_owned());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The next events of a stream; nothing at its end. What breaks a stream is its end, too.
pub(super) async fn next(response: &mut Response, events: &mut Events) -> Option<Vec<Event>> {
    let chunk = response.chunk().await.ok().flatten()?;
    let mut found = Vec::new();
    events.take(&chunk, |event| found.push(event));
    Some(found)
}

/// Whether to ask for a stream again would give the same `status`.
pub(super) fn is_final(status: StatusCode) -> bool {
    // A server that has not noticed yet that the last stream is dead says that there can be only one.
    let passes =
        matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS);
    !passes && !status.is_server_error()
}

/// How long to wait before a stream is asked for again: as long as the server says, or a second; longer each time that it was in
/// vain.
pub(super) fn wait(events: &Events, in_vain: u32) -> Duration {
    let least = Duration::from_millis(100 << in_vain.min(10));
    events.retry().unwrap_or(Duration::from_secs(1)).max(least).min(LONGEST_WAIT)
}

/// Reads what is left of an answer, so that its connection can be used again.
pub(super) async fn finish(mut response: Response) {
    let rest = async { while matches!(response.chunk().await, Ok(Some(_))) {} };
    let _ = timeout(PATIENCE, rest).await;
}
