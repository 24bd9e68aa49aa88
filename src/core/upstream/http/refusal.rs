//! Answers that say no, in words that a person can act on.

use std::time::Duration;

use reqwest::header::{HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use reqwest::{Response, StatusCode, Url};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::caller::Caller;
use super::stream::{Content, body};
use crate::core::platform::time::timeout;

/// The longest body that is looked at for an error, bytes.
const BODY: usize = 64 * 1024;
/// The longest text of a server that is repeated, characters.
const TEXT: usize = 300;
/// How long the body of a refusal may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why the server did not do what it was asked for.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Its own JSON-RPC error object, raw.
    Error(Box<RawValue>),
    /// In our words.
    Words(String),
}

impl Refusal {
    /// Whether it may mean that the server does not know the session: many answer so where MCP says 404.
    pub(super) fn speaks_of_session(&self) -> bool {
        let said = match self {
            Self::Error(error) => error.get(),
            Self::Words(words) => words,
        };
        said.to_ascii_lowercase().contains("session")
    }
}

/// What may stand in the body of a refusal.
#[derive(Deserialize)]
struct Body<'a> {
    /// A JSON-RPC error, or OAuth's word for one (RFC 6749, section 5.2).
    #[serde(borrow)]
    error: Option<&'a RawValue>,
    error_description: Option<String>,
}

/// Reads what `response`, which is no success, says.
pub(super) async fn refusal(mut response: Response, caller: &Caller) -> Refusal {
    let body = match Content::of(response.headers()) {
        Content::Json => {
            let body = timeout(PATIENCE, body(&mut response, BODY, caller)).await;
            body.ok().and_then(Result::ok).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let body = serde_json::from_slice::<Body<'_>>(&body).ok();
    let error = body.as_ref().and_then(|body| body.error);
    if let Some(error) = error.filter(|error| is_rpc_error(error)) {
        return Refusal::Error(error.to_owned());
    }
    let said = error.and_then(|error| serde_json::from_str::<String>(error.get()).ok());
    let described = body.as_ref().and_then(|body| body.error_description.clone()).or(said);
    let said = described.map(|text| format!(": {}", text.chars().take(TEXT).collect::<String>()));
    let says = format!("{} answers {}{}", caller.origin(), response.status(), said.unwrap_or_default());
    Refusal::Words(match meaning(&response) {
        Some(meaning) => format!("{says}; {meaning}"),
        None => says,
    })
}

/// What a status means here, where that helps.
fn meaning(response: &Response) -> Option<String> {
    let header = |name: HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
    match response.status() {
        StatusCode::UNAUTHORIZED => {
            let oauth = header(WWW_AUTHENTICATE).is_some_and(|value| value.contains("resource_metadata"));
            let instead = if oauth { "this version of mcpgw can't log in by OAuth, " } else { "" };
            Some(format!("{instead}it takes a token as a header, if at all: --header authorization"))
        }
        StatusCode::FORBIDDEN => Some("its credentials do not allow this".to_owned()),
        StatusCode::TOO_MANY_REQUESTS => {
            let seconds = header(RETRY_AFTER)?.parse::<u32>().ok()?;
            Some(format!("try again in {seconds} s"))
        }
        status if status.is_redirection() => {
            let to = header(LOCATION).and_then(|location| Url::parse(location).ok());
            let to = to.map_or_else(String::new, |url| format!(" to {}", url.origin().ascii_serialization()));
            Some(format!("it sends on{to}, and headers go only where they are meant for: give the URL there"))
        }
        _ => None,
    }
}

fn is_rpc_error(error: &RawValue) -> bool {
    let error = serde_json::from_str::<Value>(error.get()).unwrap_or_default();
    error.get("code").is_some_and(Value::is_number) && error.get("message").is_some_and(Value::is_string)
}
