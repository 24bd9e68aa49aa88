//! What whoever comes to the page is answered.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN, REFERRER_POLICY};
use hyper::header::{HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use zeroize::Zeroizing;

use super::html;
use crate::core::identity::LoginPlace;
use crate::core::model::{Email, Secret};
use crate::core::operation::login::{Gate, begin};
use crate::core::platform::limits;

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
    pub email: Email,
    /// Address and port.
    pub host: String,
    /// What only the client was told.
    pub path: String,
}

/// What somebody is shown.
type Shown = (StatusCode, String);

/// Answers one request.
pub(super) async fn answer(visited: &Visited, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (status, page) = match visited.refused(&request) {
        Some(status) => (status, html::refused()),
        None if request.method() == Method::POST => visited.log_in(request.into_body()).await,
        None => (StatusCode::OK, html::form(&visited.email, None)),
    };
    let mut response = Response::new(Full::new(page.into()));
    *response.status_mut() = status;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

impl Visited {
    /// Whether a request is one that a browser would not make of whoever opened the URL. Another name for this address is a
    /// stranger's (DNS rebinding).
    fn refused<B>(&self, request: &Request<B>) -> Option<StatusCode> {
        let headers = request.headers();
        let is_ours = text(headers, &HOST) == Some(&self.host);
        let is_known = verify_slices_are_equal(request.uri().path().as_bytes(), self.path.as_bytes()).is_ok();
        if !is_ours || !is_known {
            return Some(StatusCode::NOT_FOUND);
        }
        match *request.method() {
            Method::GET | Method::HEAD => None,
            Method::POST => {
                let origin = headers.contains_key(ORIGIN).then(|| text(headers, &ORIGIN));
                let own = format!("http://{}", self.host);
                let is_from_here = origin.is_none_or(|origin| origin == Some(&own));
                let is_form = text(headers, &CONTENT_TYPE) == Some("application/x-www-form-urlencoded");
                (!is_from_here || !is_form).then_some(StatusCode::FORBIDDEN)
            }
            _ => Some(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    /// Logs in whose page it is.
    async fn log_in(&self, body: Incoming) -> Shown {
        limits::no_core_dumps();
        let Ok(body) = Limited::new(body, LONGEST).collect().await else {
            return (StatusCode::PAYLOAD_TOO_LARGE, html::refused());
        };
        let body = Zeroizing::new(Vec::from(body.to_bytes()));
        let mut fields = form_urlencoded::parse(&body);
        let password = fields.find(|(name, _)| name == "password").map(|(_, value)| value.into_owned());
        let password = Secret::new(password.unwrap_or_default());
        match begin(&self.gate, &self.place, &self.email, password).await {
            Ok(begun) if begun.must_change => (StatusCode::OK, html::must_change()),
            Ok(_) => (StatusCode::OK, html::done()),
            Err(problem) => (StatusCode::FORBIDDEN, html::form(&self.email, Some(&problem))),
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
