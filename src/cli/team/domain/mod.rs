//! `mcpgw team domain`

mod add;
mod command;
mod list;
mod remove;

pub(super) use command::Command;
