//! `mcpgw role`

mod command;
mod create;
mod delete;
mod list;

pub(super) use command::Command;
