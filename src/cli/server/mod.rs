//! `mcpgw server`

mod add;
mod command;
mod enable;
mod environment;
mod launch;
mod list;
mod remove;
mod show;
mod view;

pub(super) use command::Command;
