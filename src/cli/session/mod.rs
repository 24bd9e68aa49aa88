//! `mcpgw session`: the clients that are served now.

mod command;
mod kill;
mod list;
mod show;
mod view;

pub(super) use command::Command;
pub(super) use view::{SessionView, server_table, title};
