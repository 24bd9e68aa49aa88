//! `role`: named sets of permissions, mcpgw's own and others.

mod change;
mod list;

pub use change::{create, delete};
pub use list::{Listed, list};
