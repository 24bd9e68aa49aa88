//! Starts children: the one door through which every process of a server comes into being.

use super::ChildEnvironment;
use super::spawn::{Child, SpawnError, spawn};
use super::unsealed::Opening;
use crate::core::model::{Launch, ServerId};
use crate::core::observe::Recorder;
use crate::core::platform::Guard;
use crate::core::vault::Vault;

/// What every child of this process has in common. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Launcher {
    /// What they inherit.
    pub environment: ChildEnvironment,
    /// Ends them when this process can't.
    pub guard: Guard,
    /// Opens what was sealed for them.
    pub vault: Vault,
    /// Keeps what they say on stderr.
    pub recorder: Recorder,
}

impl Launcher {
    /// Starts `launch`, the one of `server`, in its own process group. Must be called inside a tokio runtime.
    ///
    /// Nothing runs any more when this is given up half-way.
    pub async fn start(&self, server: Option<ServerId>, launch: &Launch) -> Result<Child, SpawnError> {
        let opening = Opening { launcher: self, server, launch };
        let unsealed = opening.unseal().await.map_err(|locked| SpawnError::Locked(Box::new(locked)))?;
        let args = unsealed.args.iter().map(|arg| arg.reveal().clone()).collect();
        let log = server.map(|server| self.recorder.server(server)).unwrap_or_default();
        spawn(launch, args, self.environment.of(launch, &unsealed.variables), &self.guard, log)
    }
}
