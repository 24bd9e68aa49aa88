//! `mcpgw secret`

mod command;
mod rotate_key;

pub(super) use command::Command;
