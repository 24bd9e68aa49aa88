//! `audit`: who did what, and whether that is still what was written.

mod list;
mod told;
mod verify;

pub use list::{Query, list, show};
pub(super) use told::told;
pub use verify::verify;
