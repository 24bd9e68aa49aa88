//! What tests of the whole program share.

pub(crate) mod people;
pub(crate) mod routed;
mod sandbox;
mod server;

pub(crate) use sandbox::{Run, Sandbox};
pub(crate) use server::ScriptedServer;
