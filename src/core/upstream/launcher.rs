//! Starts children: the one door through which every process of a server comes into being.

use super::ChildEnvironment;
use super::spawn::{Child, SpawnError, spawn};
use crate::core::model::Launch;
use crate::core::platform::Guard;

/// What every child of this process has in common. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Launcher {
    /// What they inherit.
    pub environment: ChildEnvironment,
    /// Ends them when this process can't.
    pub guard: Guard,
}

impl Launcher {
    /// Starts `launch` in its own process group. Must be called inside a tokio runtime.
    #[expect(clippy::unused_async, reason = "what a child needs may have to be fetched first")]
    pub async fn start(&self, launch: &Launch) -> Result<Child, SpawnError> {
        spawn(launch, &self.environment, &self.guard)
    }
}
