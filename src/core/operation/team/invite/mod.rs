//! `team invite`: people come into a team with a code.

mod accept;
mod change;

pub use accept::{Entry, Offer, accept, look};
pub use change::{Invite, Invited, Listed, create, list, revoke};
