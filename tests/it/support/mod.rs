//! What tests of the whole program share.

pub(crate) mod people;
mod sandbox;
mod server;

pub(crate) use sandbox::{Run, Sandbox};
pub(crate) use server::ScriptedServer;
