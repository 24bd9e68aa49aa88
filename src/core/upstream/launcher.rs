//! Starts children: the one door through which every process of a server comes into being.

use super::spawn::{Child, Located, located, spawn};
use super::unsealed::{Opening, Unsealed};
use super::{Bridge, ChildEnvironment, SpawnError};
use crate::core::model::{Borrower, Launch, Transport};
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
    /// What calls remote servers.
    pub bridge: Bridge,
}

impl Launcher {
    /// Starts `launch`, the one of `server`, in its own process group. Must be called inside a tokio runtime.
    ///
    /// Nothing runs any more when this is given up half-way.
    pub async fn start(&self, server: Option<Borrower>, launch: &Launch) -> Result<Child, SpawnError> {
        let unsealed = self.unseal(server, launch).await?;
        self.spawn(server, self.locate(launch, unsealed)?)
    }

    /// The first step of [`Launcher::start`]: opens what is sealed.
    pub async fn unseal(&self, server: Option<Borrower>, launch: &Launch) -> Result<Unsealed, SpawnError> {
        let opening = Opening { launcher: self, server, launch };
        opening.unseal().await.map_err(|locked| SpawnError::Locked(Box::new(locked)))
    }

    /// The second one: finds the program.
    pub fn locate(&self, launch: &Launch, unsealed: Unsealed) -> Result<Located, SpawnError> {
        match &launch.transport {
            Transport::Stdio(command) => {
                let Unsealed { declared, texts, mask } = unsealed;
                let args = texts.iter().map(|arg| arg.reveal().clone()).collect();
                located(command, args, self.environment.of(command, &declared), mask)
            }
            Transport::Remote(remote) => {
                self.bridge.located((launch, remote), unsealed, self.environment.of_bridge())
            }
        }
    }

    /// The last one. Must be called inside a tokio runtime.
    pub fn spawn(&self, server: Option<Borrower>, located: Located) -> Result<Child, SpawnError> {
        let log = server.map(|borrower| self.recorder.server(borrower.server)).unwrap_or_default();
        spawn(located, &self.guard, log)
    }
}
