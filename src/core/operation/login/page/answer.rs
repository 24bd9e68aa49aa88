//! What whoever comes to the page is answered.

use std::sync::atomic::{AtomicBool, Ordering};

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, HeaderName, HeaderValue, ORIGIN,
    REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use zeroize::Zeroizing;

use super::html;
use super::visit::{self, Door, Entry};
use crate::core::identity::LoginPlace;
use crate::core::model::{Email, Secret, UserId};
use crate::core::operation::login::{Gate, begin};
use crate::core::platform::limits;
use crate::core::problem::{Problem, ProblemKind};

/// The longest form, bytes.
const LONGEST: usize = 8 * 1024;

/// Nothing is kept, framed, fetched or run; a form goes here and nowhere else.
const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_TYPE, "text/html; charset=utf-8"),
    (CACHE_CONTROL, "no-store"),
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (REFERRER_POLICY, "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
];

/// The page.
#[derive(Debug)]
pub(super) struct Visited {
    pub gate: Gate,
    pub place: LoginPlace,
    /// Who may log in.
    pub user: UserId,
    /// Address and port.
    pub host: String,
    pub door: Door,
}

/// What somebody is shown.
type Shown = (StatusCode, String);

/// Answers one request; `is_known`: whoever makes it knows where the page is.
pub(super) async fn answer(
    visited: &Visited,
    request: Request<Incoming>,
    is_known: &AtomicBool,
) -> Response<Full<Bytes>> {
    let (entry, (status, page)) = match visited.enter(&request) {
        Err(status) => (None, (status, html::refused())),
        Ok(Entry::Late) => (None, (StatusCode::FORBIDDEN, html::late())),
        Ok(entry) => {
            is_known.store(true, Ordering::Relaxed);
            let is_form = request.method() == Method::POST;
            (
                Some(entry),
                if is_form { visited.log_in(request.into_body()).await } else { visited.form(None).await },
            )
        }
    };
    let mut response = Response::new(Full::new(page.into()));
    *response.status_mut() = status;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if let Some(Entry::First(cookie)) = entry
        && let Ok(cookie) =
            HeaderValue::try_from(format!("{}={cookie}; HttpOnly; SameSite=Strict; Path=/", visit::COOKIE))
    {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

impl Visited {
    /// How a request comes in that a browser could make of the link or the form. Another name for this address is a stranger's (DNS
    /// rebinding), and a form from elsewhere, too.
    fn enter<B>(&self, request: &Request<B>) -> Result<Entry, StatusCode> {
        let headers = request.headers();
        if text(headers, &HOST) != Some(&self.host) {
            return Err(StatusCode::NOT_FOUND);
        }
        let looks = match *request.method() {
            Method::GET => true,
            Method::POST => false,
            _ => return Err(StatusCode::METHOD_NOT_ALLOWED),
        };
        let entered = self.door.enter(request.uri().path(), text(headers, &COOKIE), looks);
        let entry = entered.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?.ok_or(StatusCode::NOT_FOUND)?;
        let own = format!("http://{}", self.host);
        let is_from_here = !headers.contains_key(ORIGIN) || text(headers, &ORIGIN) == Some(&own);
        let is_form = text(headers, &CONTENT_TYPE) == Some("application/x-www-form-urlencoded");
        if looks || is_from_here && is_form { Ok(entry) } else { Err(StatusCode::FORBIDDEN) }
    }

    /// The form for whose page it is, as they are called now.
    async fn form(&self, problem: Option<&Problem>) -> Shown {
        match self.email().await {
            Ok(email) => {
                let status = if problem.is_some() { StatusCode::FORBIDDEN } else { StatusCode::OK };
                (status, html::form(&email, problem))
            }
            Err(problem) => (StatusCode::SERVICE_UNAVAILABLE, html::failed(&problem)),
        }
    }

    async fn email(&self) -> Result<Email, Problem> {
        let account = self.gate.store.account(self.user).await?;
        let gone = || Problem::new(ProblemKind::NotFound, "there is nobody any more who could log in here");
        account.and_then(|account| account.user.email).ok_or_else(gone)
    }

    /// Logs in whose page it is.
    async fn log_in(&self, body: Incoming) -> Shown {
        limits::no_core_dumps();
        let Ok(body) = Limited::new(body, LONGEST).collect().await else {
            return (StatusCode::PAYLOAD_TOO_LARGE, html::refused());
        };
        // What hyper has read it with is not wiped; this process writes no core dump from now on.
        let body = Zeroizing::new(Vec::from(body.to_bytes()));
        let mut fields = form_urlencoded::parse(&body);
        let Some((_, password)) = fields.find(|(name, _)| name == "password") else {
            return (StatusCode::BAD_REQUEST, html::refused());
        };
        let password = Secret::new(password.into_owned());
        let begun = async {
            let gate = self.gate.as_set_now().await?;
            begin(&gate, &self.place, &self.email().await?, password).await
        };
        match begun.await {
            Ok(begun) if begun.must_change => (StatusCode::OK, html::must_change()),
            Ok(_) => (StatusCode::OK, html::done()),
            Err(problem) => self.form(Some(&problem)).await,
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
