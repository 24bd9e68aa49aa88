//! Everything mcpgw does, without a terminal, an environment or a command line.

pub mod access;
pub mod catalog;
pub mod clock;
pub mod control;
pub mod era;
pub mod example;
pub mod guard;
pub mod identity;
pub mod model;
pub mod observe;
pub mod operation;
pub mod paths;
pub mod platform;
pub mod problem;
pub mod session;
pub mod settings;
pub mod store;
pub(crate) mod telling;
pub mod token;
pub mod untrusted;
pub mod upstream;
pub mod usage;
pub mod vault;
pub mod wire;
