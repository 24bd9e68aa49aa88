//! HTTP requests to one server, and words for what goes wrong with them.

use std::error::Error;
use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use reqwest::redirect::{Action, Attempt, Policy};
use reqwest::{Client, Method, RequestBuilder, Response, Url};

use super::agreement::Marks;
use super::endpoint::Endpoint;
use crate::core::model::Secret;
use crate::core::observe::Mask;

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(15);
/// How soon the system looks whether a silent peer is still there.
const KEEPALIVE: Duration = Duration::from_secs(30);
/// How long a connection that nobody uses is kept: another call then costs no handshake.
const IDLE: Duration = Duration::from_mins(2);
/// How often a server may send a request on, within its origin.
const REDIRECTS: usize = 4;
/// From this length on a word of a header may be a secret of its own, and no scheme such as `Bearer`, bytes.
const WORD: usize = 8;

const SESSION: HeaderName = HeaderName::from_static("mcp-session-id");
const VERSION: HeaderName = HeaderName::from_static("mcp-protocol-version");
const LAST_EVENT: HeaderName = HeaderName::from_static("last-event-id");

/// Calls one server.
#[derive(Debug)]
pub(super) struct Caller {
    http: Client,
    url: Url,
    hides_path: bool,
    headers: HeaderMap,
    origin: String,
    mask: Mask,
}

/// Hides the values of headers, and each word of them: of `Bearer TOKEN` a server repeats the token alone.
fn mask_of(headers: &[(String, String)]) -> Mask {
    let values = headers.iter().flat_map(|(name, value)| {
        let parts =
            std::iter::once(value.as_str()).chain(value.split_whitespace().filter(|word| word.len() >= WORD));
        parts.map(move |part| (format!("the value of {name}"), Secret::new(part.to_owned())))
    });
    Mask::new(values)
}

impl Caller {
    /// Fails when the URL or a header is none, or there is no TLS to be had.
    pub(super) fn new(endpoint: &Endpoint) -> Result<Self, String> {
        let url = Url::parse(&endpoint.url).map_err(|error| format!("its URL is none: {error}"))?;
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, HeaderValue::from_static(concat!("mcpgw/", env!("CARGO_PKG_VERSION"))));
        for (name, value) in &endpoint.headers {
            let unsendable = || format!("its header {name} can't be sent");
            let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unsendable())?;
            let mut value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| unsendable())?;
            value.set_sensitive(true);
            headers.insert(header, value);
        }
        let mut client = Client::builder()
            .redirect(Policy::custom(within_origin))
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(CONNECT)
            .tcp_keepalive(KEEPALIVE)
            .pool_idle_timeout(IDLE);
        if endpoint.is_local {
            // What is meant for this machine stays on it.
            client = client.no_proxy();
        }
        if url.scheme() == "http" {
            // Then it must not matter whether this machine knows any certificates.
            client = client.tls_certs_only([]);
        }
        let http =
            client.build().map_err(|error| format!("there is no TLS to be had: {}", innermost(&error)))?;
        let origin = url.origin().ascii_serialization();
        let mask = mask_of(&endpoint.headers);
        Ok(Self { http, origin, url, hides_path: endpoint.hides_path, headers, mask })
    }

    /// What the server says, without what it was given.
    pub(super) fn masked(&self, said: &str) -> String {
        self.mask.text(said).into_owned()
    }

    /// Scheme and authority of whom it calls.
    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether there are secrets in its path or query.
    pub(super) fn hides_path(&self) -> bool {
        self.hides_path
    }

    /// `reference`, which the server gave, as a URL; nothing where it leads elsewhere: headers would go there.
    pub(super) fn resolve(&self, reference: &str) -> Option<Url> {
        self.url.join(reference).ok().filter(|url| url.origin() == self.url.origin())
    }

    /// Sends one message to the server, or to `another` of its URLs.
    pub(super) async fn post(
        &self,
        another: Option<&Url>,
        message: &[u8],
        marks: &Marks,
    ) -> Result<Response, String> {
        let request = self.request(Method::POST, another, marks);
        let request = request.header(ACCEPT, "application/json, text/event-stream");
        self.send(request.header(CONTENT_TYPE, "application/json").body(message.to_vec())).await
    }

    /// Asks for a stream, from behind the event `last` on where there was one.
    pub(super) async fn get(&self, last: Option<&[u8]>, marks: &Marks) -> Result<Response, String> {
        let mut request = self.request(Method::GET, None, marks).header(ACCEPT, "text/event-stream");
        if let Some(last) = last.and_then(|id| HeaderValue::from_bytes(id).ok()) {
            request = request.header(LAST_EVENT, last);
        }
        self.send(request).await
    }

    /// Ends the session.
    pub(super) async fn delete(&self, marks: &Marks) -> Result<Response, String> {
        self.send(self.request(Method::DELETE, None, marks)).await
    }

    fn request(&self, method: Method, another: Option<&Url>, marks: &Marks) -> RequestBuilder {
        let mut request = self.http.request(method, another.unwrap_or(&self.url).clone());
        request = request.headers(self.headers.clone());
        for (name, value) in [(SESSION, marks.session()), (VERSION, marks.version())] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        request
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response, String> {
        request.send().await.map_err(|error| self.describe(&error))
    }

    /// What went wrong on the way to the server or back; never with its URL, which may hold a secret.
    pub(super) fn describe(&self, error: &reqwest::Error) -> String {
        let (origin, cause) = (&self.origin, innermost(error));
        match error {
            error if error.is_connect() && error.is_timeout() => format!("{origin} can't be reached in time"),
            error if error.is_connect() => format!("{origin} can't be reached: {cause}"),
            _ => format!("the connection to {origin} broke: {cause}"),
        }
    }
}

/// The session's id in an answer.
pub(super) fn session_of(response: &Response) -> Option<HeaderValue> {
    response.headers().get(SESSION).cloned()
}

/// Follows where method and body stay what they are, and headers stay with whom they are for.
fn within_origin(attempt: Attempt<'_>) -> Action {
    let keeps = matches!(attempt.status().as_u16(), 307 | 308);
    let stays = attempt.previous().last().is_some_and(|from| from.origin() == attempt.url().origin());
    if keeps && stays && attempt.previous().len() <= REDIRECTS { attempt.follow() } else { attempt.stop() }
}

/// The cause that says most: those before it only say what failed because of it.
fn innermost(error: &dyn Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
