//! The vault: what is kept sealed, and who keeps the key.

mod failure;
mod relocate;
mod rotate;
mod seal;
mod status;
mod upgrade;

pub(super) use failure::{advice, kind};
pub use relocate::{Moved, relocate};
pub use rotate::{Rotated, rotate};
pub(super) use seal::{seal_new, sealed};
pub use status::{Status, status};
pub use upgrade::seal_what_is_clear;
