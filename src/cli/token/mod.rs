//! `mcpgw token`

mod command;
mod create;
mod edit;
mod list;
mod revoke;
mod rotate;
mod scope;
mod show;
mod usage;
mod verify;

pub(super) use command::Command;
pub(super) use scope::{Ends, Scope};
