//! The session's I/O: one task a stream, all around one router.
//!
//! Whoever reads a frame also routes it and writes what comes of it, in the same turn: a call costs no hand-over between
//! tasks. Only what doesn't fit at once is left to the task that waits for the sink.

mod books;
mod child;
mod client;
mod command;
mod end;
mod finish;
mod hub;
mod keeper;
mod memory;
mod noise;
mod quota;
mod refused;
mod report;
mod sink;
mod subject;
mod timer;
mod unkept;

pub use command::{Commands, SessionHandle, handle};
pub use end::{Session, SessionEnd, SessionIo, run};
pub use keeper::Keeper;
