//! `mcpgw key`

mod command;
mod export;
mod import;
mod list;
mod rotate;
mod view;

pub(super) use command::Command;
