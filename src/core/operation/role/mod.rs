//! `role`: named sets of permissions, mcpgw's own and others.

mod change;
mod grant;
mod list;

pub use change::{create, delete, edit};
pub use grant::{grant_globally, grant_in, revoke_globally, revoke_in};
pub use list::{Listed, get, list};
