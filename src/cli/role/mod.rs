//! `mcpgw role`

mod command;
mod create;
mod delete;
mod edit;
mod grant;
mod list;
mod revoke;
mod show;

pub(super) use command::Command;
