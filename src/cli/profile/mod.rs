//! `mcpgw profile`

mod command;
mod create;
mod list;
mod remove;

pub(super) use command::Command;
