//! `mcpgw team join`

mod approve;
mod cancel;
mod command;
mod list;
mod reject;
mod request;
mod view;

pub(super) use command::Command;
