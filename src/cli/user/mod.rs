//! `mcpgw user`

mod command;
mod create;
mod delete;
mod edit;
mod list;
mod passwd;
mod quota;
mod recover;
mod show;
mod status;
mod unlock;

pub(super) use command::Command;
