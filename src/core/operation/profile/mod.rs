//! Profiles: clients of this machine, and the tokens that they have, which stand in no client's configuration.

mod create;
mod credential;
mod list;
mod remove;

pub use create::create;
pub use credential::credential;
pub use list::{Listed, list};
pub use remove::remove;
