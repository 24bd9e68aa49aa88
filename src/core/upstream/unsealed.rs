//! Opens what a server's configuration keeps sealed and refers to, at the moment of its start.

use std::collections::HashMap;

use super::locked::{Locked, LockedCause};
use super::{Launcher, secret_command};
use crate::core::model::{
    Borrower, EnvValue, Launch, NamedSecret, ReferenceState, Sealed, SealedColumn, Secret, SecretCommand,
    SecretId, SecretKind, Spot, command_hash, fill,
};
use crate::core::observe::Mask;
use crate::core::vault::{Place, VaultError};

/// How often a value and the key to it are read anew until they belong together: others replace keys rarely, and slowly.
const ATTEMPTS: usize = 16;

/// What a server is started with, in clear.
#[derive(Debug)]
pub struct Unsealed {
    /// The variables that it declares.
    pub(super) variables: Vec<(String, Secret<String>)>,
    /// Its arguments.
    pub(super) args: Vec<Secret<String>>,
    /// Hides all that was opened.
    pub(super) mask: Mask,
}

/// One start of one server.
pub(super) struct Opening<'a> {
    pub launcher: &'a Launcher,
    pub server: Option<Borrower>,
    pub launch: &'a Launch,
}

/// The values behind the references of a spot, in their order.
type Values = HashMap<Spot, Vec<Secret<String>>>;

impl Opening<'_> {
    /// Opens everything. Only a server that has variables or references makes it open the vault.
    pub(super) async fn unseal(&self) -> Result<Unsealed, Locked> {
        let values = self.values().await?;
        let mut hidden: Vec<_> = self.references(&values).collect();
        let mut variables = Vec::new();
        for (name, value) in &self.launch.env {
            let spot = Spot::Env(name.clone());
            let text = self.variable(name, value).await.map_err(|error| locked(&spot, error))?;
            let text = filled(&spot, text, &values)?;
            hidden.push((format!("the value of {name}"), text.clone()));
            variables.push((name.clone(), text));
        }
        let mut args = Vec::new();
        for (index, arg) in self.launch.args.iter().enumerate() {
            args.push(filled(&Spot::Arg(index), Secret::new(arg.clone()), &values)?);
        }
        Ok(Unsealed { variables, args, mask: Mask::new(hidden) })
    }

    /// The values behind references, and words for them.
    fn references(&self, values: &Values) -> impl Iterator<Item = (String, Secret<String>)> {
        self.launch.references.iter().filter_map(|reference| {
            let value = values.get(&reference.spot)?.get(reference.position)?;
            Some((format!("the secret {}", reference.target.name()), value.clone()))
        })
    }

    async fn values(&self) -> Result<Values, Locked> {
        let mut values = Values::new();
        if self.launch.references.is_empty() {
            return Ok(values);
        }
        let references = &self.launch.references;
        let found = self.behind().await.map_err(|error| locked(&references[0].spot, error))?;
        // A secret that is referred to twice is opened once: its command may ask somebody.
        let mut opened: HashMap<SecretId, Secret<String>> = HashMap::new();
        for (reference, found) in references.iter().zip(found) {
            let spot = &reference.spot;
            let unmet = |state| LockedCause::Unmet { target: reference.target.clone(), state };
            let secret = found.map_err(|state| Locked { spot: spot.clone(), cause: unmet(state) })?;
            let value = match opened.get(&secret.id) {
                Some(value) => value.clone(),
                None => self.secret(&secret).await.map_err(|cause| Locked { spot: spot.clone(), cause })?,
            };
            opened.insert(secret.id, value.clone());
            values.entry(spot.clone()).or_default().push(value);
        }
        Ok(values)
    }

    /// The secrets as they are now, whatever they were when the server's row was read.
    async fn behind(&self) -> Result<Vec<Result<NamedSecret, ReferenceState>>, VaultError> {
        let targets = self.launch.references.iter().map(|reference| reference.target.clone()).collect();
        let command = command_hash(self.launch);
        Ok(self.launcher.vault.store().behind(self.server, command, targets).await?)
    }

    async fn secret(&self, secret: &NamedSecret) -> Result<Secret<String>, LockedCause> {
        let name = &secret.name;
        let sealed = |source| LockedCause::Secret { name: name.clone(), source };
        let clear = self.opened(secret).await.map_err(sealed)?;
        match secret.kind {
            SecretKind::Value => text(&clear).map_err(sealed),
            SecretKind::Exec => {
                let command: SecretCommand =
                    serde_json::from_slice(clear.reveal()).map_err(|_| sealed(VaultError::Refused))?;
                let output = secret_command::output(&command, self.launcher).await;
                output.map_err(|what| LockedCause::Command { name: name.clone(), what })
            }
        }
    }

    async fn opened(&self, secret: &NamedSecret) -> Result<Secret<Vec<u8>>, VaultError> {
        let row = secret.id.to_string();
        let place = Place { column: secret.kind.column(), row: &row };
        self.open(&place, secret.sealed.clone(), || async {
            let kept = self.launcher.vault.store().secret_by_id(secret.id).await?;
            Ok(kept.filter(|kept| kept.kind == secret.kind).map(|kept| kept.sealed))
        })
        .await
    }

    async fn variable(&self, name: &str, value: &EnvValue) -> Result<Secret<String>, VaultError> {
        let sealed = match value {
            EnvValue::Clear(text) => return Ok(text.clone()),
            EnvValue::Sealed { sealed, .. } => sealed.clone(),
        };
        let row = self
            .server
            .map_or_else(String::new, |borrower| SealedColumn::variable_row(borrower.server, name));
        let place = Place { column: SealedColumn::ServerVariable, row: &row };
        let opened = self.open(&place, sealed, || async {
            let Some(borrower) = self.server else { return Ok(None) };
            let kept = self.launcher.vault.store().server(borrower.server).await?;
            Ok(match kept.as_ref().and_then(|kept| kept.launch.env.get(name)) {
                Some(EnvValue::Sealed { sealed, .. }) => Some(sealed.clone()),
                _ => None,
            })
        });
        text(&opened.await?)
    }

    /// Opens what stands at `place`. When the key was replaced since we, or whoever read the value, looked, both are read
    /// `anew`; it may be replaced again between the two. Where neither has changed they never belonged together.
    async fn open<F: Future<Output = Result<Option<Sealed>, VaultError>>>(
        &self,
        place: &Place<'_>,
        mut sealed: Sealed,
        anew: impl Fn() -> F,
    ) -> Result<Secret<Vec<u8>>, VaultError> {
        let vault = &self.launcher.vault;
        let mut open = vault.open().await?;
        for _ in 0..ATTEMPTS {
            match open.unseal(place, &sealed) {
                Err(VaultError::OtherKey) => {}
                opened => return opened,
            }
            let now = vault.refresh().await?;
            let Some(kept) = anew().await? else { break };
            if kept == sealed && now.key_id() == open.key_id() {
                break;
            }
            (open, sealed) = (now, kept);
        }
        Err(VaultError::OtherKey)
    }
}

fn locked(spot: &Spot, error: VaultError) -> Locked {
    Locked { spot: spot.clone(), cause: LockedCause::Value(error) }
}

fn text(clear: &Secret<Vec<u8>>) -> Result<Secret<String>, VaultError> {
    let text = String::from_utf8(clear.reveal().clone());
    text.map(Secret::new).map_err(|_| VaultError::Refused)
}

/// The text of a spot with the values of its references; as it is where it has none that were bound.
fn filled(spot: &Spot, text: Secret<String>, values: &Values) -> Result<Secret<String>, Locked> {
    let Some(values) = values.get(spot) else { return Ok(text) };
    let values: Vec<_> = values.iter().map(|value| value.reveal().as_str()).collect();
    // What was bound is not what stands there: somebody changed the row.
    fill(text.reveal(), &values).map(Secret::new).ok_or_else(|| locked(spot, VaultError::Refused))
}
