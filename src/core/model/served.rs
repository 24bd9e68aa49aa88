//! A server in a session.

use std::sync::Arc;

use super::{Allowance, Bounds, Server};

/// A server that a session has, and what of it the session may use.
#[derive(Debug, Clone)]
pub struct Served {
    /// The server.
    pub server: Arc<Server>,
    /// What of it.
    pub allowance: Allowance,
    /// How many of its calls there may be.
    pub bounds: Bounds,
}

/// What a session is to serve from now on.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// The servers, in the order in which they keep a name that two of them have.
    pub servers: Vec<Served>,
    /// Why that is nothing, where somebody can do something about it: for the person at the client.
    pub notice: Option<String>,
}

impl Served {
    /// All of `server`.
    pub fn whole(server: Arc<Server>) -> Self {
        Self { server, allowance: Allowance::default(), bounds: Bounds::default() }
    }
}
