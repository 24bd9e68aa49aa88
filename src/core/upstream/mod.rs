//! A live connection to a server: its process, its streams, its end.

pub mod direct;
mod environment;
mod launcher;
mod locked;
mod secret_command;
mod spawn;
mod stderr;
mod stop;
mod unsealed;

pub use environment::ChildEnvironment;
pub use launcher::Launcher;
pub use locked::{Locked, LockedCause, describe as describe_unmet, remedy as remedy_of};
pub use spawn::{Child, SpawnError};
pub use stderr::StderrTail;
pub use stop::{Pace, stop};
