//! `mcpgw team`

mod command;
mod create;
mod delete;
mod domain;
mod edit;
mod invite;
mod join;
mod list;
mod member;
mod quota;
mod resume;
mod show;
mod suspend;
mod view;

pub(super) use command::Command;
