//! Opens what a server's configuration keeps sealed and refers to, at the moment of its start.

use std::collections::HashMap;

use super::locked::{Locked, LockedCause};
use super::{Launcher, secret_command};
use crate::core::model::{
    Borrower, HiddenValue, Launch, NamedSecret, ReferenceState, Sealed, SealedColumn, Secret, SecretCommand,
    SecretId, SecretKind, Spot, command_hash, fill, percent_encode,
};
use crate::core::observe::Mask;
use crate::core::vault::{Place, VaultError};

/// How often a value and the key to it are read anew until they belong together: others replace keys rarely, and slowly.
const ATTEMPTS: usize = 16;

/// What a server is started with, in clear.
#[derive(Debug)]
pub struct Unsealed {
    /// What it declares: variables or headers, by name.
    pub(super) declared: Vec<(String, Secret<String>)>,
    /// Its other texts ([`Launch::texts`]): arguments, or the URL.
    pub(super) texts: Vec<Secret<String>>,
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
    /// Opens everything. Only a server that declares something, or has references, makes it open the vault.
    pub(super) async fn unseal(&self) -> Result<Unsealed, Locked> {
        let values = self.values().await?;
        let mut hidden: Vec<_> = self.references(&values).collect();
        let mut declared = Vec::new();
        for (name, value) in self.launch.declared() {
            let spot = self.launch.spot_of(name);
            let text = self.declared(name, value).await.map_err(|error| locked(&spot, error))?;
            let text = filled(&spot, text, &values)?;
            hidden.push((format!("the value of {name}"), text.clone()));
            if let (Spot::Header(_), Some((_, credentials))) = (&spot, text.reveal().split_once(' ')) {
                // A server may repeat them without the scheme before them (RFC 9110, section 11.4).
                let credentials = Secret::new(credentials.to_owned());
                hidden.push((format!("the value of {name}"), credentials));
            }
            declared.push((name.clone(), text));
        }
        let texts = self.launch.texts().into_iter();
        let texts = texts.map(|(spot, text)| filled(&spot, Secret::new(text.to_owned()), &values));
        Ok(Unsealed { declared, texts: texts.collect::<Result<_, _>>()?, mask: Mask::new(hidden) })
    }

    /// The values behind references, and words for them.
    fn references(&self, values: &Values) -> impl Iterator<Item = (String, Secret<String>)> {
        self.launch.references.iter().flat_map(|reference| {
            let value = values.get(&reference.spot).and_then(|values| values.get(reference.position));
            let words = format!("the secret {}", reference.target.name());
            // As it is, and as a URL has it.
            let escaped = value.filter(|_| reference.spot == Spot::Url).map(escaped);
            value.cloned().into_iter().chain(escaped).map(move |value| (words.clone(), value))
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

    async fn declared(&self, name: &str, value: &HiddenValue) -> Result<Secret<String>, VaultError> {
        let sealed = match value {
            HiddenValue::Clear(text) => return Ok(text.clone()),
            HiddenValue::Sealed { sealed, .. } => sealed.clone(),
        };
        let row = self
            .server
            .map_or_else(String::new, |borrower| SealedColumn::declared_row(borrower.server, name));
        let place = Place { column: self.launch.sealed_column(), row: &row };
        let opened = self.open(&place, sealed, || async {
            let Some(borrower) = self.server else { return Ok(None) };
            let kept = self.launcher.vault.store().server(borrower.server).await?;
            Ok(match kept.as_ref().and_then(|kept| kept.launch.declared().get(name)) {
                Some(HiddenValue::Sealed { sealed, .. }) => Some(sealed.clone()),
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

/// A value as it stands in a URL.
fn escaped(value: &Secret<String>) -> Secret<String> {
    // Room for all of it from the start: a string that grows leaves copies behind.
    let mut escaped = String::with_capacity(3 * value.reveal().len());
    percent_encode(value.reveal(), &mut escaped);
    Secret::new(escaped)
}

/// The text of a spot with the values of its references; as it is where it has none that were bound.
fn filled(spot: &Spot, text: Secret<String>, values: &Values) -> Result<Secret<String>, Locked> {
    let Some(values) = values.get(spot) else { return Ok(text) };
    let in_url: Vec<_>;
    let values = match spot {
        // A value ends where the reference did, whatever it holds.
        Spot::Url => {
            in_url = values.iter().map(escaped).collect();
            &in_url
        }
        _ => values,
    };
    let values: Vec<_> = values.iter().map(|value| value.reveal().as_str()).collect();
    // What was bound is not what stands there: somebody changed the row.
    fill(spot, text.reveal(), &values).map(Secret::new).ok_or_else(|| locked(spot, VaultError::Refused))
}
