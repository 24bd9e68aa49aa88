//! Lets peers in, some at a time.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::net::UnixListener;
use tokio::task::{AbortHandle, JoinSet};

use super::Subject;
use super::answer::serve;
use super::follow::Pokes;
use crate::core::platform::time::sleep;

/// Connections at a time. For one more the oldest is dropped: peers that wait for nothing must not keep others out.
const CONNECTIONS: usize = 64;

/// When no connection can be had (descriptors have run out): until the next try.
const EXHAUSTED: Duration = Duration::from_millis(100);

/// Answers peers for as long as it is polled; dropped, it drops them.
pub(super) async fn run(listener: &UnixListener, subject: impl Subject, pokes: Pokes) {
    let mut peers = JoinSet::new();
    let mut order: VecDeque<AbortHandle> = VecDeque::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    order.retain(|peer| !peer.is_finished());
                    if order.len() >= CONNECTIONS && let Some(oldest) = order.pop_front() {
                        oldest.abort();
                    }
                    order.push_back(peers.spawn(serve(stream, subject.clone(), pokes.clone())));
                }
                Err(_) => sleep(EXHAUSTED).await,
            },
            Some(_) = peers.join_next() => {}
        }
    }
}
