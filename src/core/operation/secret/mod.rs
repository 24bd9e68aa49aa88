//! `secret`: values under names, for servers to refer to.

mod grant;
mod list;
mod remove;
mod set;

pub use grant::grant;
pub use list::{Listed, list};
pub use remove::{Removed, removable, remove};
pub use set::{Change, NewSecret, WasSet, set};
