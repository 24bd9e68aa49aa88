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
    /// Why that is nothing, where somebody can do something about it.
    pub notice: Option<Notice>,
    /// The clients that it is for, by every token that the session has; nothing: for all.
    pub clients: Vec<String>,
}

/// Why nothing is served, for the person at the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// In words.
    pub text: String,
    /// Where they can do something about it with a browser.
    pub page: Option<LoginPage>,
}

/// A page at which somebody logs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginPage {
    /// Where it is.
    pub url: String,
    /// What tells it from all others: the `elicitationId` of MCP 2025-11-25.
    pub id: String,
}

impl From<&str> for Notice {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), page: None }
    }
}

impl Served {
    /// All of `server`.
    pub fn whole(server: Arc<Server>) -> Self {
        Self { server, allowance: Allowance::default(), bounds: Bounds::default() }
    }
}
