//! The command line: arguments in, one operation, output.
//!
//! One folder a noun, one file a verb; doc comments of the arguments are the help. Only [`output`] prints.

mod arguments;
mod command;
mod config;
mod context;
mod environment;
mod error;
mod example;
mod logging;
pub mod output;
mod run;
mod server;
mod stdio;
mod try_demo;

pub use command::Cli;
pub use context::Context;
pub use error::{CommandError, Exit};
pub use run::main;
