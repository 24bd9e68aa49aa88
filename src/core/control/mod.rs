//! How other processes reach a running session: a socket that answers them, a row that tells where it is, and a follower
//! that keeps the session in step with the store.
//!
//! Nothing here is on the way of a call. What a session lets be done to it is a [`Subject`]; this area knows no session.

mod admission;
mod answer;
mod ask;
mod error;
mod follow;
mod line;
mod listener;
mod presence;
mod protocol;
mod roster;
mod served;
mod subject;
mod sweep;
#[cfg(test)]
mod tests;

pub use ask::ask;
pub use error::AskError;
pub use presence::{Presence, Surroundings, appear};
pub use protocol::{Answer, Refusal, Request};
pub use roster::{ask_all, ended, poke_all, sessions};
pub use served::{Serving, nearness, served};
pub use subject::Subject;
