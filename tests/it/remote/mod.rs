//! Servers that are called over HTTP, behind `mcpgw stdio`: real processes, and a server that answers as each test has it.

mod commands;
mod legacy;
mod messages;
mod refusals;
mod sealed;
mod secrets;
mod server;
mod sessions;
mod streams;
mod world;
