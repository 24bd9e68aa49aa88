//! Starts children: the one door through which every process of a server comes into being.

use super::ChildEnvironment;
use super::spawn::{Child, SpawnError, spawn};
use crate::core::model::{EnvValue, Launch, SealedColumn, Secret, ServerId};
use crate::core::platform::Guard;
use crate::core::vault::{Place, Vault, VaultError};

/// What every child of this process has in common. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Launcher {
    /// What they inherit.
    pub environment: ChildEnvironment,
    /// Ends them when this process can't.
    pub guard: Guard,
    /// Opens what was sealed for them.
    pub vault: Vault,
}

impl Launcher {
    /// Starts `launch`, the one of `server`, in its own process group. Must be called inside a tokio runtime.
    ///
    /// Only a server that has variables makes it open the vault.
    pub async fn start(&self, server: Option<ServerId>, launch: &Launch) -> Result<Child, SpawnError> {
        let mut declared = Vec::new();
        for (name, value) in &launch.env {
            declared.push((name.as_str(), self.open(server, name, value).await?));
        }
        spawn(launch, self.environment.of(launch, &declared), &self.guard)
    }

    async fn open(
        &self,
        server: Option<ServerId>,
        name: &str,
        value: &EnvValue,
    ) -> Result<Secret<String>, SpawnError> {
        let locked = |source| SpawnError::Locked { variable: name.to_owned(), source: Box::new(source) };
        let sealed = match value {
            EnvValue::Clear(text) => return Ok(text.clone()),
            EnvValue::Sealed { sealed, .. } => sealed,
        };
        let row = server.map_or_else(String::new, |server| SealedColumn::variable_row(server, name));
        let place = Place { column: SealedColumn::ServerVariable, row: &row };
        let vault = self.vault.open().await.map_err(locked)?;
        let clear = match (vault.unseal(&place, sealed), server) {
            (Err(VaultError::OtherKey), Some(server)) => self.open_anew(server, name, &place).await,
            (opened, _) => opened,
        };
        let clear = clear.map_err(locked)?;
        let text = String::from_utf8(clear.reveal().clone());
        text.map(Secret::new).map_err(|_| locked(VaultError::Refused))
    }

    /// Opens a value as it is kept now: the key was replaced since we, or whoever read the server, looked.
    async fn open_anew(
        &self,
        server: ServerId,
        name: &str,
        place: &Place<'_>,
    ) -> Result<Secret<Vec<u8>>, VaultError> {
        self.vault.forget().await;
        let kept = self.vault.store().server_by_id(server).await?;
        match kept.as_ref().and_then(|kept| kept.launch.env.get(name)) {
            Some(EnvValue::Sealed { sealed, .. }) => self.vault.open().await?.unseal(place, sealed),
            _ => Err(VaultError::OtherKey),
        }
    }
}
