//! `mcpgw secret`

mod command;
mod grant;
mod list;
mod remove;
mod rotate_key;
mod set;
mod whose;

pub(super) use command::Command;
