//! `mcpgw team invite`

mod accept;
mod command;
mod create;
mod list;
mod revoke;
mod view;

pub(super) use command::Command;
