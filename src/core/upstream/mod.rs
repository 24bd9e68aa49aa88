//! A live connection to a server: its process, its streams, its end.

pub mod direct;
mod environment;
mod spawn;
mod stderr;
mod stop;

pub use environment::ChildEnvironment;
pub use spawn::{Child, SpawnError, spawn};
pub use stderr::StderrTail;
pub use stop::{Pace, stop};
