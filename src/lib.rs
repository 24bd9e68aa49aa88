//! mcpgw: many MCP servers behind one.
//!
//! Arrows point right: `bin -> cli -> core`. `core` knows no clap, no stdout and no environment; `cli` is a thin
//! shell over [`core::operation`] that reads the environment, asks and prints.
//!
//! Where to look:
//!
//! * a frame on the wire, as bytes: [`core::wire`]
//! * who may do what: [`core::access`]
//! * who sees a call, and under which name: [`core::catalog`], [`core::session`]
//! * a child process: [`core::upstream`], [`core::platform`]
//! * what is kept: [`core::store`]
//! * what a command does: [`core::operation`]; how it reads and prints: [`cli`]

pub mod cli;
pub mod core;
