//! `mcpgw secret`

mod command;
mod list;
mod remove;
mod rotate_key;
mod set;

pub(super) use command::Command;
