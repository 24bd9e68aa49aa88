//! The listener, and whoever comes.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinHandle};

use super::answer::{Visited, answer};
use super::visit::Door;
use crate::core::identity::LoginPlace;
use crate::core::model::{LoginPage, UserId};
use crate::core::operation::login::Gate;
use crate::core::platform::time::{sleep, timeout};

/// Connections at a time. For one more the oldest goes that has not shown that it knows the page.
const CONNECTIONS: usize = 16;

/// How long one may last: a password is hashed in it.
const LONGEST: Duration = Duration::from_mins(1);

/// Until the next try where no connection can be taken.
const AGAIN: Duration = Duration::from_millis(200);

/// A page that listens until this is dropped, and has something to show while it is open.
#[derive(Debug)]
pub(in crate::core::operation::login) struct Page {
    visited: Arc<Visited>,
    accepting: JoinHandle<()>,
}

impl Page {
    /// Listens on this machine, for a login of `user` to be kept at `place`.
    pub(in crate::core::operation::login) fn listen(
        gate: Gate,
        place: LoginPlace,
        user: UserId,
    ) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let host = listener.local_addr()?.to_string();
        let visited = Arc::new(Visited { gate, place, user, host, door: Door::default() });
        let accepting = tokio::spawn(accept(TcpListener::from_std(listener)?, Arc::clone(&visited)));
        Ok(Self { visited, accepting })
    }

    /// Where it is, from now on if it was closed.
    pub(in crate::core::operation::login) fn open(&self) -> io::Result<LoginPage> {
        self.visited.door.open(&self.visited.host)
    }

    /// It has nothing to show any more.
    pub(in crate::core::operation::login) fn close(&self) {
        self.visited.door.close();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Somebody who is being answered.
struct Visitor {
    task: AbortHandle,
    /// They know where the page is.
    is_known: Arc<AtomicBool>,
}

async fn accept(listener: TcpListener, visited: Arc<Visited>) {
    let mut visitors: VecDeque<Visitor> = VecDeque::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(AGAIN).await;
            continue;
        };
        visitors.retain(|visitor| !visitor.task.is_finished());
        if visitors.len() >= CONNECTIONS {
            let stranger = visitors.iter().position(|visitor| !visitor.is_known.load(Ordering::Relaxed));
            let Some(stranger) = stranger.and_then(|place| visitors.remove(place)) else { continue };
            stranger.task.abort();
        }
        let (visited, is_known) = (Arc::clone(&visited), Arc::new(AtomicBool::new(false)));
        let knows = Arc::clone(&is_known);
        let serving = tokio::spawn(async move {
            // Whoever is too slow, or no browser, is not waited for.
            let _ = timeout(LONGEST, serve(stream, visited, knows)).await;
        });
        visitors.push_back(Visitor { task: serving.abort_handle(), is_known });
    }
}

async fn serve(stream: TcpStream, visited: Arc<Visited>, is_known: Arc<AtomicBool>) {
    let service = service_fn(move |request| {
        let (visited, is_known) = (Arc::clone(&visited), Arc::clone(&is_known));
        async move { Ok::<_, Infallible>(answer(&visited, request, &is_known).await) }
    });
    let connection = http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.await {
        tracing::debug!("somebody at the login page was not answered: {error}");
    }
}
