//! The command line as a person or a script meets it.

mod config;
mod server;
mod store;
