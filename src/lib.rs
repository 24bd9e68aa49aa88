//! mcpgw: many MCP servers behind one.
//!
//! Arrows point right: `bin -> cli -> tui -> core`. `core` knows no clap, no stdout and no environment; `cli` and `tui` are thin
//! shells over [`core::operation`]: `cli` reads the environment, asks and prints, `tui` has the whole screen.
//!
//! Where to look:
//!
//! * a frame on the wire, as bytes: [`core::wire`]
//! * who may do what: [`core::access`]
//! * who sees a call, and under which name: [`core::catalog`], [`core::session`]
//! * a child process: [`core::upstream`], [`core::platform`]
//! * what is kept: [`core::store`]
//! * what a command does: [`core::operation`]; how it reads and prints: [`cli`]; how it is drawn: [`tui`]
//! * the words for what operations answer: `core::telling`

pub mod cli;
pub mod core;
pub mod tui;
