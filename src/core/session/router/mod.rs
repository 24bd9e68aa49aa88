//! What happens to each frame of one session, decided without I/O.
//!
//! Frames, deaths and ticks come in by the methods of [`Router`]; what is to be done comes out as [`Effect`]s, in order.
//! The clock is a value that the caller sets. So every interleaving can be played in a test.

mod announce;
mod batch;
mod cache;
mod call;
mod child;
mod client;
mod counted;
mod effect;
mod elicitation;
mod failure;
mod farewell;
mod fetch;
mod given_up;
mod label;
mod ledger;
mod list;
mod login;
mod membership;
mod open;
mod peer;
mod pulse;
mod quota;
mod recent;
mod reverse;
mod route;
mod settling;
mod snapshot;
mod start;
mod state;
mod subscribed;
mod subscription;
mod task;
mod task_list;
mod task_name;
mod tick;
mod uri;

pub use cache::Cached;
pub use effect::{Effect, Kept, Origin, Report};
pub use failure::Failure;
pub use ledger::{Ended, Entry, ItemId, Sent};
pub use peer::{Hello, RawHello};
pub use state::{Router, RouterConfig};
