//! `mcpgw audit`: who did what.

mod command;
mod export;
mod head;
mod list;
mod show;
mod verify;

pub(super) use command::Command;
