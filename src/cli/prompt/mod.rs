//! `mcpgw prompt`

mod command;
mod get;
mod list;

pub(super) use command::Command;
