//! `mcpgw config`

mod command;
mod get;
mod kept;
mod list;
mod path;
mod permit;
mod set;
mod tell;
mod unset;

pub(super) use command::Command;
