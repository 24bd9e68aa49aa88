//! `mcpgw usage`: who used what.

mod command;
mod report;
mod view;
mod watch;

pub(super) use command::Command;
pub(super) use view::{json, show};
