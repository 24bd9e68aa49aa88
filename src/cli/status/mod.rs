//! `mcpgw status`: where things are, and how servers and sessions are doing.

mod command;
mod document;
mod page;
mod watch;

pub(super) use command::StatusArgs;
