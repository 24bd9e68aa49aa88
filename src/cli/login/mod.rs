//! `mcpgw login`, `logout`, `whoami`

mod begin;
mod end;
pub(super) mod secret;
mod whoami;

pub(super) use begin::{LoginArgs, ask_email};
pub(super) use end::LogoutArgs;
pub(super) use whoami::WhoamiArgs;
