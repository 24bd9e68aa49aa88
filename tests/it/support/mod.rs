//! What tests of the whole program share.

mod sandbox;
mod server;

pub(crate) use sandbox::Sandbox;
pub(crate) use server::ScriptedServer;
