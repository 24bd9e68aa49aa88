//! Answers that say no, in words that a person can act on.

use std::time::Duration;

use reqwest::header::{HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use reqwest::{Response, StatusCode, Url};

use super::caller::Caller;
use super::stream::{Content, body};
use crate::core::platform::time::timeout;
use crate::core::wire::{self, Span, find_member, unquote};

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
    Error(Vec<u8>),
    /// In our words.
    Words(String),
}

impl Refusal {
    /// Whether it means that the server does not know the session: many answer like this where MCP says 404.
    pub(super) fn speaks_of_session(&self) -> bool {
        const PHRASES: [&str; 4] =
            ["session id", "session not found", "no valid session", "session does not exist"];
        let Self::Error(error) = self else { return false };
        let whole = Span::new(0, error.len());
        let member = |name| find_member(error, whole, name).map(|value| value.of(error));
        // Codes that are the server's own, and not one that MCP or JSON-RPC gives to what was asked for.
        let own = matches!(member("code"), Some(b"-32000" | b"-32001"));
        let said = member("message").and_then(unquote).unwrap_or_default().to_ascii_lowercase();
        own && PHRASES.iter().any(|phrase| said.contains(phrase))
    }
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
    let begins = body.iter().position(|&byte| byte == b'{').filter(|_| wire::scan(&body).is_ok());
    let whole = begins.map(|start| Span::new(start, body.len()));
    let member = |name| find_member(&body, whole?, name);
    if let Some(error) = member("error").filter(|error| is_rpc_error(&body, *error)) {
        return Refusal::Error(error.of(&body).to_vec());
    }
    // As OAuth says it (RFC 6749, section 5.2).
    let text = |name| member(name).and_then(|text| unquote(text.of(&body)));
    let said = text("error_description").or_else(|| text("error"));
    let said = said.map(|text| format!(": {}", text.chars().take(TEXT).collect::<String>()));
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
        status if status.is_redirection() => Some(moved(response.url(), header(LOCATION))),
        _ => None,
    }
}

/// What helps where a server sends on to `location`, which is not followed.
fn moved(from: &Url, location: Option<&str>) -> String {
    let to = location.and_then(|location| from.join(location).ok());
    let path = |url: &Url| url.path().trim_end_matches('/').to_owned();
    match to {
        Some(to) if to.origin() == from.origin() => format!("give its URL with the path {}", to.path()),
        // A server behind another one that ends TLS for it knows no better.
        Some(to)
            if to.host() == from.host()
                && path(&to) == path(from)
                && (from.scheme(), to.scheme()) == ("https", "http") =>
        {
            "give its URL with a / at its end, or without the one that is there".to_owned()
        }
        Some(to) => format!(
            "it sends on to {}, and headers go only where they are meant for: give the URL there",
            to.origin().ascii_serialization()
        ),
        None => "it sends on, and does not say where to".to_owned(),
    }
}

fn is_rpc_error(body: &[u8], error: Span) -> bool {
    let starts = |name: &str, with: fn(u8) -> bool| {
        find_member(body, error, name).and_then(|value| value.of(body).first().copied()).is_some_and(with)
    };
    starts("code", |byte| byte == b'-' || byte.is_ascii_digit()) && starts("message", |byte| byte == b'"')
}
