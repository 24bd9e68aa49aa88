//! What mcpgw keeps: one SQLite file that many mcpgw processes share.
//!
//! The public face is asynchronous and names no engine, so that a shared engine can stand beside this one. Every
//! invariant (a name is unique, an alias is unique) is a single transaction, whatever other processes do meanwhile.
//! Only [`crate::core::operation`] and a session's catalogue upkeep call what changes something.

mod catalogue;
mod clear;
mod connection;
mod error;
mod handle;
mod migration;
mod sealed;
mod secret;
mod server;
#[cfg(test)]
mod tests;
mod vault;
mod worker;

pub use error::StoreError;
pub use handle::{Store, Warning};
