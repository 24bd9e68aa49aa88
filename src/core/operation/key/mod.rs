//! Keys that sign tokens.

mod export;
mod import;
mod keep;
mod list;
mod rotate;

pub use export::{export_private, export_public};
pub use import::import;
pub(super) use keep::{opened, sealed};
pub use list::list;
pub(super) use rotate::fresh;
pub use rotate::rotate;
