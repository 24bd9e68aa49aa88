//! Everything mcpgw does, without a terminal, an environment or a command line.

pub mod model;
pub mod platform;
pub mod upstream;
pub mod wire;
