//! `mcpgw server`

mod add;
mod add_json;
mod command;
mod edit;
mod enable;
mod environment;
mod exposed;
mod headers;
mod launch;
mod list;
mod logs;
mod reach;
mod reference;
mod remove;
mod restart;
mod show;
mod test;
mod view;

pub(super) use command::Command;
