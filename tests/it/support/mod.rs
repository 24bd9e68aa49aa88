//! What tests of the whole program share.

mod sandbox;
mod server;

pub(crate) use sandbox::{Run, Sandbox};
pub(crate) use server::ScriptedServer;
