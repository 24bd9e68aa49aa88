//! `audit`: who did what, and whether that is still what was written.

mod export;
mod head;
mod list;
mod settle;
mod told;
mod verify;

pub use export::export;
pub(super) use head::sign_if_due;
pub use head::{Head, head};
pub use list::{People, Query, list, people, show};
pub(super) use told::told;
pub use verify::{Verified, verify};
