//! `mcpgw resource`

mod command;
mod list;
mod read;

pub(super) use command::Command;
