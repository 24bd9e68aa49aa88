//! Keys that sign tokens.

mod export;
mod import;
mod keep;
mod list;
mod rotate;

pub use export::{export_private, export_public};
pub use import::import;
pub use list::list;
pub use rotate::rotate;
