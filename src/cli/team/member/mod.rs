//! `mcpgw team member`

mod add;
mod command;
mod list;
mod remove;
mod set_role;
mod view;

pub(super) use command::Command;
