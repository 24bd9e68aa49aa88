//! What tests of the whole program share.

mod client;
pub(crate) mod people;
pub(crate) mod routed;
mod sandbox;
mod server;

pub(crate) use client::Client;
pub(crate) use sandbox::{Run, Sandbox};
pub(crate) use server::ScriptedServer;
