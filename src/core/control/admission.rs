//! Who may ask what.

use tokio::net::UnixStream;

use super::Request;
use crate::core::platform::is_own_account;

/// Who is at the other end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Peer {
    /// A process of the account that owns the store, whichever of the store's users it acts for.
    Owner,
    /// Anybody else.
    Stranger,
}

impl Peer {
    pub(super) fn of(stream: &UnixStream) -> Self {
        if is_own_account(stream) { Self::Owner } else { Self::Stranger }
    }
}

/// Whether `peer` may have `request` done: the one place that decides it for a process. What its user may, the operation that asks
/// has decided.
pub(super) fn decide(peer: Peer, request: Request) -> bool {
    match (peer, request) {
        (Peer::Owner, Request::State | Request::Poke | Request::Restart { .. } | Request::End) => true,
        (Peer::Stranger, _) => false,
    }
}
