//! How other processes reach a running session: a socket that answers them, a row that tells where it is, and a follower
//! that keeps the session in step with the store.
//!
//! Whoever is the store's OS account is let in at every socket of its sessions, whichever user they are logged in as: a file mode
//! can't tell them apart, and such a process could as well read and write the store, or signal the session. Which user's session a
//! command shows or ends is therefore decided by its operation, before it asks here.
//!
//! Nothing here is on the way of a call. What a session lets be done to it is a [`Subject`]; this area knows no session.

mod admission;
mod answer;
mod arrange;
mod ask;
mod bearer;
mod books;
mod denial;
mod error;
mod follow;
mod line;
mod listener;
mod presence;
mod protocol;
mod refused;
mod roster;
mod served;
mod subject;
mod sweep;
#[cfg(test)]
mod tests;
mod way_back;

pub use arrange::{arrange, nearness};
pub use ask::ask;
pub use bearer::{Bearer, Proof, SessionLogin};
pub use error::AskError;
pub use presence::{Presence, Surroundings, appear};
pub use protocol::{Answer, Refusal, Request};
pub use roster::{ask_all, ended, poke_all, sessions};
pub use served::{Serving, served};
pub use subject::Subject;
pub use way_back::{Coming, WayBack};
