//! Answers of the server, as their bytes come.

use std::time::Duration;

use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, HeaderMap};

use super::caller::Caller;
use super::events::{Event, Events};
use crate::core::platform::time::timeout;

/// How long a stream may take to end once all that was waited for has come: its connection then serves the next call.
const PATIENCE: Duration = Duration::from_secs(5);

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
pub(super) async fn next(response: &mut Response, events: &mut Events) -> Result<Option<Vec<Event>>, String> {
    let Ok(Some(chunk)) = response.chunk().await else { return Ok(None) };
    let mut found = Vec::new();
    events.take(&chunk, |event| found.push(event)).map_err(|_| TOO_LONG.to_owned())?;
    Ok(Some(found))
}

/// Reads what is left of an answer, so that its connection can be used again.
pub(super) async fn finish(mut response: Response) {
    let rest = async { while matches!(response.chunk().await, Ok(Some(_))) {} };
    let _ = timeout(PATIENCE, rest).await;
}
