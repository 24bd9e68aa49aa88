//! A server in a session.

use std::sync::Arc;

use super::{Allowance, Server};

/// A server that a session has, and what of it the session may use.
#[derive(Debug, Clone)]
pub struct Served {
    /// The server.
    pub server: Arc<Server>,
    /// What of it.
    pub allowance: Allowance,
}

impl Served {
    /// All of `server`.
    pub fn whole(server: Arc<Server>) -> Self {
        Self { server, allowance: Allowance::default() }
    }
}
