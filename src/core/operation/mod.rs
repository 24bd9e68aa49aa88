//! Use cases: one folder a noun, one file a verb. Every shell calls these, and nothing else changes the store.

pub mod audit;
mod authority;
mod calls;
pub mod config;
mod context;
mod denied;
pub mod explain;
mod failure;
mod following;
mod inspect;
pub mod item;
pub mod key;
pub mod login;
mod offered;
pub mod profile;
mod refused;
pub mod role;
pub mod secret;
pub mod server;
pub mod session;
pub mod team;
pub mod token;
pub mod usage;
pub mod user;
pub mod vault;

pub use calls::Calls;
pub use context::{Context, local_owner};
pub use denied::Denied;
pub use failure::server_failure;
pub use following::Lagging;
pub use inspect::{Inspection, StepResult, StepTaken, inspect};
pub use offered::{Effort, Offering, offered};
