//! `mcpgw tool`

mod call;
mod command;
mod list;
mod show;

pub(super) use command::Command;
