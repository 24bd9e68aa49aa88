//! `secret`: values under names, for servers to refer to.

mod list;
mod remove;
mod set;

pub use list::list;
pub use remove::{Removed, remove};
pub use set::{Change, NewSecret, WasSet, set};
