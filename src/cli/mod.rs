//! The command line: arguments in, one operation, output.
//!
//! One folder a noun, one file a verb; doc comments of the arguments are the help. Only [`output`] prints.

mod arguments;
mod audit;
mod bare;
mod command;
mod completions;
mod config;
mod context;
mod environment;
mod error;
mod example;
mod explain;
mod input;
mod interrupt;
mod items;
mod key;
mod logging;
mod login;
mod manual;
mod misuse;
mod most;
pub mod output;
mod profile;
mod prompt;
mod quick;
mod remote;
mod resource;
mod role;
mod run;
mod secret;
mod server;
mod session;
mod status;
mod stdio;
mod team;
mod token;
mod tool;
mod try_demo;
mod tui;
mod usage;
mod user;
mod vault;

pub use command::Cli;
pub use completions::completion_scripts;
pub use context::Context;
pub use error::{CommandError, Exit};
pub use manual::manual_pages;
pub use run::main;
