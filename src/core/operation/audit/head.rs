//! Signs the head of the audit, and keeps it where the store's owner does not reach by mistake.

use jiff::{SignedDuration, Timestamp};

use super::settle::settled;
use crate::core::access::Operation;
use crate::core::model::{Link, MasterSource, Secret, SignedHead};
use crate::core::operation::Context;
use crate::core::platform::keyring::{self, KeyringError};
use crate::core::problem::Problem;
use crate::core::store::{Store, StoreError};
use crate::core::vault::{OpenVault, Signer, VaultError};

/// How old a head gets before a change has the next one signed.
const OFTEN: SignedDuration = SignedDuration::from_mins(1);

/// The head, as it is now.
#[derive(Debug)]
pub struct Head {
    /// The last row.
    pub link: Link,
    /// When it was signed, or why it was not: the vault stays shut.
    pub signed: Result<Timestamp, Problem>,
    /// Whether the keyring has it, or why it has not; absent where the vault's key is elsewhere.
    pub in_keyring: Option<Result<(), Problem>>,
}

/// Signs the last row's hash, and puts it into the keyring where that has the vault's key.
pub async fn head(context: &Context) -> Result<Head, Problem> {
    context.require_of_all(Operation::AuditShow)?;
    settled(context).await;
    let vault = match context.launcher.vault.open().await {
        Ok(vault) => vault,
        Err(VaultError::Cancelled) => return Err(VaultError::Cancelled.into()),
        Err(error) => {
            let link = context.store.audit_link().await?;
            return Ok(Head { link, signed: Err(error.into()), in_keyring: None });
        }
    };
    let signed = sign(context, vault.clone()).await?;
    let in_keyring = remember(context, &vault, signed.link).await;
    Ok(Head {
        link: signed.link,
        signed: Ok(signed.at),
        in_keyring: in_keyring.map(|kept| kept.map_err(Problem::from)),
    })
}

/// Signs a head if the vault is open just now and the last one is some time old. A change stands whatever comes of this.
pub(in crate::core::operation) async fn sign_if_due(context: &Context) {
    let Some(vault) = context.launcher.vault.opened() else { return };
    let due = async {
        let last = context.store.last_audit_head().await?;
        let is_old = |at: Timestamp| context.clock.now().duration_since(at).abs() > OFTEN;
        if last.is_none_or(|(_, at)| is_old(at)) {
            let signed = sign(context, vault.clone()).await?;
            remember(context, &vault, signed.link).await.transpose()?;
        }
        Ok::<_, Problem>(())
    };
    if let Err(problem) = due.await {
        tracing::warn!("the head of the audit could not be signed: {problem}");
    }
}

/// The last head that the keyring was given.
pub(super) async fn remembered(store: &Store) -> Result<Option<Link>, KeyringError> {
    match keyring::read(&item(store)).await {
        Ok(text) => Ok(std::str::from_utf8(text.reveal()).ok().and_then(|text| Link::parse(text).ok())),
        Err(KeyringError::Missing) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Gives the head to the keyring, where that has the vault's key, too.
async fn remember(context: &Context, vault: &OpenVault, link: Link) -> Option<Result<(), VaultError>> {
    if vault.source() != MasterSource::Os {
        return None;
    }
    let kept = async {
        // Never an older one: another process may have been faster.
        if remembered(&context.store).await?.is_some_and(|kept| kept.seq > link.seq) {
            return Ok(());
        }
        let text = Secret::new(link.to_string().into_bytes());
        Ok(keyring::write(&item(&context.store), text).await?)
    };
    Some(kept.await)
}

fn item(store: &Store) -> String {
    format!("audit {}", store.id())
}

async fn sign(context: &Context, mut vault: OpenVault) -> Result<SignedHead, Problem> {
    let store = &context.store;
    let signer = match signer(store, &vault).await {
        // Somebody rotated the key meanwhile.
        Err(VaultError::OtherKey) => {
            vault = context.launcher.vault.refresh().await?;
            signer(store, &vault).await?
        }
        signer => signer?,
    };
    let (link, at) = (store.audit_link().await?, context.clock.now());
    let head = SignedHead { link, at, signature: signer.sign(&SignedHead::message(store.id(), link, at)) };
    store.keep_audit_head(head).await?;
    Ok(head)
}

async fn signer(store: &Store, vault: &OpenVault) -> Result<Signer, VaultError> {
    let kept = match store.audit_key().await? {
        Some(kept) => kept,
        None => match store.create_audit_key(Signer::make(vault)?).await {
            Err(StoreError::KeyChanged) => return Err(VaultError::OtherKey),
            kept => kept?,
        },
    };
    Signer::open(vault, &kept)
}
