//! `secret`: values under names, for servers to refer to.

mod grant;
mod lend;
mod list;
mod remove;
mod set;
mod whose;

pub use grant::grant;
pub use lend::lend;
pub use list::{Listed, Users, list};
pub use remove::{Removed, remove};
pub use set::{Change, NewSecret, WasSet, exists, set};
pub use whose::Whose;
pub(super) use whose::row;
