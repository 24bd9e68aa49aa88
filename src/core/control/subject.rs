//! What can be controlled.

use std::future::Future;

use crate::core::model::{Declined, Offer, ServerId, SessionState};

/// A session, as its control sees it.
pub trait Subject: Clone + Send + Sync + 'static {
    /// Returns when its client has more to say than hello: it has not come only to see whether we are there.
    fn stays(&self) -> impl Future<Output = ()> + Send;

    /// From now on whoever changes something finds it, and it is what the store was a moment ago.
    fn is_found(&self);

    /// How it is; `None`: it is over.
    fn state(&self) -> impl Future<Output = Option<SessionState>> + Send;

    /// Brings it up to the servers that it may use now; returns once that has been done. `false`: it is over.
    fn follow(&self, offer: Offer) -> impl Future<Output = bool> + Send;

    /// Runs a server anew. `false`: there is no such server in it.
    fn restart(&self, server: ServerId) -> impl Future<Output = bool> + Send;

    /// Whether its client has its person open a URL where they are asked to; known once it stays.
    fn opens_urls(&self) -> impl Future<Output = bool> + Send;

    /// Returns when its client was refused something.
    fn refuses(&self) -> impl Future<Output = ()> + Send;

    /// What its client was refused since the last call, each with how often.
    fn take_refused(&self) -> Vec<(Declined, u32)>;

    /// Ends it as SIGTERM would.
    fn end(&self);
}
