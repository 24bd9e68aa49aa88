//! `mcpgw session`: the clients that are served now.

mod command;
mod kill;
mod list;
mod show;
mod table;

pub(super) use command::Command;
pub(super) use table::server_table;
