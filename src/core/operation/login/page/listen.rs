//! The listener, and its connections.

use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::answer::{Visited, answer};
use crate::core::identity::LoginPlace;
use crate::core::model::{Email, LoginPage};
use crate::core::operation::login::Gate;
use crate::core::platform::entropy;
use crate::core::platform::time::{sleep, timeout};

/// Connections at the same time; further ones are closed at once.
const CONNECTIONS: usize = 8;

/// How long one may last: a password is hashed in it.
const LONGEST: Duration = Duration::from_mins(1);

/// Until the next try where no connection can be taken.
const AGAIN: Duration = Duration::from_millis(200);

/// A page that is open until this is dropped; whoever is being answered then is answered to the end.
#[derive(Debug)]
pub(in crate::core::operation::login) struct Page {
    /// Where it is.
    pub at: LoginPage,
    accepting: JoinHandle<()>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Opens the page at which `email` logs in, and nobody else, for the login to be kept at `place`.
pub(in crate::core::operation::login) fn open(
    gate: Gate,
    place: LoginPlace,
    email: Email,
) -> io::Result<Page> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let host = listener.local_addr()?.to_string();
    let path = format!("/{}", URL_SAFE_NO_PAD.encode(entropy::random::<32>()?));
    let id = format!("mcpgw-login-{}", URL_SAFE_NO_PAD.encode(entropy::random::<12>()?));
    let at = LoginPage { url: format!("http://{host}{path}"), id };
    let visited = Arc::new(Visited { gate, place, email, host, path });
    let accepting = tokio::spawn(accept(TcpListener::from_std(listener)?, visited));
    Ok(Page { at, accepting })
}

async fn accept(listener: TcpListener, visited: Arc<Visited>) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(AGAIN).await;
            continue;
        };
        let Ok(permit) = Arc::clone(&room).try_acquire_owned() else { continue };
        let visited = Arc::clone(&visited);
        tokio::spawn(async move {
            // Whoever is too slow, or no browser, is not waited for.
            let _ = timeout(LONGEST, serve(stream, visited)).await;
            drop(permit);
        });
    }
}

async fn serve(stream: TcpStream, visited: Arc<Visited>) {
    let service = service_fn(move |request| {
        let visited = Arc::clone(&visited);
        async move { Ok::<_, Infallible>(answer(&visited, request).await) }
    });
    let connection = http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.await {
        tracing::debug!("somebody at the login page was not answered: {error}");
    }
}
