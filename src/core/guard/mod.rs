//! What may stop a call that access allows: how many of them there may be.
//!
//! Calls are counted in one small file for each token, user and team that has limits, in which each of those who count has a place
//! of its own; all share it as memory, where that can be had. What is written there outlives a process that is killed; what a
//! process that is gone had under way is given back by who needs the place.

mod book;
mod counter;
mod counters;
mod record;
mod used;
mod window;

pub use counter::{Counter, Owner};
pub use counters::{Counters, Slots};
pub use used::{Used, sweep, used};
pub use window::Moment;
