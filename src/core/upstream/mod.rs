//! A live connection to a server: its process, its streams, its end.

mod bridge;
pub mod direct;
mod environment;
pub mod http;
mod launcher;
mod locked;
mod secret_command;
mod spawn;
mod spawn_error;
mod stderr;
mod stop;
mod unsealed;

pub use bridge::Bridge;
pub use environment::ChildEnvironment;
pub use launcher::Launcher;
pub use locked::{Locked, LockedCause, describe as describe_unmet, remedy as remedy_of};
pub use spawn::{Child, Located};
pub use spawn_error::SpawnError;
pub use stderr::{StderrTail, telling};
pub use stop::stop;
pub use unsealed::Unsealed;
