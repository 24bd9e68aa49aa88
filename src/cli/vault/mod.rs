//! `mcpgw vault`

mod command;
mod relocate;
mod status;

pub(super) use command::Command;
