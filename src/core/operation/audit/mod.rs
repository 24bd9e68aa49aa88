//! `audit`: who did what, and whether that is still what was written.

mod list;
mod verify;

pub use list::{Query, list, show};
pub use verify::verify;
