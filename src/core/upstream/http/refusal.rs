//! Answers that say no, in words that a person can act on.

use std::borrow::Cow;
use std::time::Duration;

use reqwest::header::{HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use reqwest::{Response, StatusCode, Url};

use super::caller::Caller;
use super::stream::{Content, body};
use crate::core::platform::time::timeout;
use crate::core::wire::{self, IdKey, Span, find_member, unquote};

/// The longest body that is looked at for an error, bytes.
const BODY: usize = 64 * 1024;
/// The longest text of a server that is repeated, characters.
const TEXT: usize = 300;
/// How long the body of a refusal may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Codes that are a server's own, or its word for a request that makes no sense to it: what an unknown session is told with.
const OWN_CODES: [&[u8]; 3] = [b"-32000", b"-32001", b"-32600"];

/// What an unknown session is told, where not by 404.
const UNKNOWN_SESSION: [&str; 5] =
    ["session id", "session not found", "no valid session", "invalid session", "session does not exist"];

/// Why the server did not do what it was asked for.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    /// Its JSON-RPC error object, raw, where it gave one.
    pub(super) error: Option<Vec<u8>>,
    /// The raw id that stands beside that.
    id: Option<Vec<u8>>,
    /// What it says itself, in short.
    said: Option<String>,
    /// All of it, in our words.
    pub(super) words: String,
}

impl Refusal {
    /// Whether it means that the server does not know the session, and did nothing. MCP says 404 for that; many say it in other
    /// ways, and some say 404 for what they were asked for.
    pub(super) fn is_of_session(&self) -> bool {
        let code = self.error.as_ref().and_then(|error| {
            find_member(error, Span::new(0, error.len()), "code").map(|code| code.of(error))
        });
        if code.is_some_and(|code| !OWN_CODES.contains(&code)) {
            return false;
        }
        let said = self.said.as_deref().unwrap_or_default().to_ascii_lowercase();
        match self.status {
            StatusCode::NOT_FOUND => true,
            StatusCode::BAD_REQUEST => UNKNOWN_SESSION.iter().any(|phrase| said.contains(phrase)),
            _ => false,
        }
    }

    /// Whether it is the answer to the request with this `key`: then the server has looked at that, and may have done it. Who knows
    /// no session names no request, or one that nobody made.
    pub(super) fn answers(&self, key: &IdKey) -> bool {
        let id = self.id.as_deref().and_then(IdKey::from_token);
        self.status == StatusCode::BAD_REQUEST && id.as_ref() == Some(key)
    }

    /// Whether a server of MCP 2024-11-05 may mean it, which knows only HTTP+SSE (MCP `basic/transports`, backwards
    /// compatibility). What refuses in JSON-RPC knows what it was asked.
    pub(super) fn may_be_of_older(&self) -> bool {
        let older = [StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED];
        self.error.is_none() && older.contains(&self.status)
    }
}

/// Reads what `response`, which is no success, says.
pub(super) async fn refusal(mut response: Response, caller: &Caller) -> Refusal {
    let status = response.status();
    let body = match Content::of(response.headers()) {
        Content::Stream => Vec::new(),
        Content::Json | Content::Other => {
            let body = timeout(PATIENCE, body(&mut response, BODY, caller)).await;
            body.ok().and_then(Result::ok).unwrap_or_default()
        }
    };
    let begins = body.iter().position(|&byte| byte == b'{').filter(|_| wire::scan(&body).is_ok());
    let whole = begins.map(|start| Span::new(start, body.len()));
    let member = |name| find_member(&body, whole?, name);
    let text = |within: Span, name| {
        find_member(&body, within, name).and_then(|text| unquote(text.of(&body))).map(Cow::into_owned)
    };
    let error = member("error").filter(|error| member("jsonrpc").is_some() && is_rpc_error(&body, *error));
    let id = member("id").filter(|_| error.is_some()).map(|id| id.of(&body).to_vec());
    let said = match (whole, error) {
        (_, Some(error)) => text(error, "message"),
        // As OAuth says it (RFC 6749, section 5.2), or the many who invent something.
        (Some(whole), None) => {
            ["error_description", "error", "message", "detail"].iter().find_map(|name| text(whole, name))
        }
        (None, None) => first_line(&body),
    };
    let said = said.map(|said| caller.masked(&said));
    let said = said.map(|said| said.chars().take(TEXT).collect::<String>()).filter(|said| !said.is_empty());
    let mut words = format!("{} answers {status}", caller.origin());
    for part in
        [said.clone().map(|said| format!(": {said}")), meaning(&response, caller).map(|m| format!("; {m}"))]
    {
        words.push_str(&part.unwrap_or_default());
    }
    // A redirect may repeat something, too.
    let words = caller.masked(&words);
    let credentials = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status);
    // What helps against these is not for the server to say.
    let error = error.filter(|_| !credentials).map(|error| error.of(&body).to_vec());
    Refusal { status, error, id, said, words }
}

/// The first line of a text that a person may read.
fn first_line(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?.trim_start();
    let line = text.lines().next()?.trim_end();
    (!line.starts_with('<')).then(|| line.to_owned())
}

/// What a status means here, where that helps.
fn meaning(response: &Response, caller: &Caller) -> Option<String> {
    let header = |name: HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
    match response.status() {
        StatusCode::UNAUTHORIZED => {
            let oauth = header(WWW_AUTHENTICATE).is_some_and(|value| value.contains("resource_metadata"));
            let instead = if oauth { "this version of mcpgw can't log in by OAuth, " } else { "" };
            Some(format!(
                "{instead}it takes a token as a header, if at all: --header authorization, and then Bearer TOKEN"
            ))
        }
        StatusCode::FORBIDDEN => Some("its credentials do not allow this".to_owned()),
        StatusCode::TOO_MANY_REQUESTS => {
            let seconds = header(RETRY_AFTER)?.parse::<u32>().ok()?;
            Some(format!("try again in {seconds} s"))
        }
        status if status.is_redirection() => {
            Some(moved(response.url(), header(LOCATION), caller.hides_path()))
        }
        _ => None,
    }
}

/// What helps where a server sends on to `location`, which is not followed. A path that may hold a secret is not shown.
fn moved(from: &Url, location: Option<&str>, hides_path: bool) -> String {
    let Some(to) = location.and_then(|location| from.join(location).ok()) else {
        return "it sends on, and does not say where to".to_owned();
    };
    let path = |url: &Url| url.path().trim_end_matches('/').to_owned();
    // A server behind another one that ends TLS for it knows no better than to say http.
    let same_host = to.origin() == from.origin()
        || to.host() == from.host() && (from.scheme(), to.scheme()) == ("https", "http");
    if same_host && path(&to) == path(from) {
        return "give its URL with a / at its end, or without the one that is there".to_owned();
    }
    match to.origin() == from.origin() {
        true if hides_path => "it has another path there: give its URL with that".to_owned(),
        true => format!("give its URL with the path {}", to.path()),
        false => format!(
            "it sends on to {}, and headers go only where they are meant for: give the URL there",
            to.origin().ascii_serialization()
        ),
    }
}

fn is_rpc_error(body: &[u8], error: Span) -> bool {
    let starts = |name: &str, with: fn(u8) -> bool| {
        find_member(body, error, name).and_then(|value| value.of(body).first().copied()).is_some_and(with)
    };
    starts("code", |byte| byte == b'-' || byte.is_ascii_digit()) && starts("message", |byte| byte == b'"')
}
