//! `mcpgw config`

mod command;
mod get;
mod list;
mod path;
mod set;
mod tell;
mod unset;

pub(super) use command::Command;
