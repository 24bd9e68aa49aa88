//! A live connection to a server: its process, its streams, its end.

pub mod direct;
mod environment;
mod launcher;
mod spawn;
mod stderr;
mod stop;

pub use environment::ChildEnvironment;
pub use launcher::Launcher;
pub use spawn::{Child, SpawnError};
pub use stderr::StderrTail;
pub use stop::{Pace, stop};
