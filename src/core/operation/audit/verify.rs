//! Checks that the rows are still what was written.

use super::head::remembered;
use crate::core::access::Operation;
use crate::core::model::{AuditKey, Flaw, Link, MasterSource, SignedHead, Verdict, Verifier, Witness};
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::vault::{Signer, VaultError, VaultState, is_signed};

/// What a check found.
#[derive(Debug)]
pub struct Verified {
    /// What the rows are.
    pub verdict: Verdict,
    /// How many heads bear this store's signature.
    pub heads: usize,
    /// Why nobody can say whether it is really this store's key that they are signed with, where heads are.
    pub unproven: Option<Problem>,
    /// Why the keyring did not say which head it was given last, where it has the vault's key.
    pub no_keyring: Option<Problem>,
}

/// Checks all rows against each other, against the heads that were signed, against the one in the keyring, and against the one
/// that the person has kept.
pub async fn verify(context: &Context, expected: Option<Link>) -> Result<Verified, Problem> {
    context.require_of_all(Operation::AuditShow)?;
    let store = &context.store;
    let mut verifier = Verifier::new(store.id());
    if let Some(link) = expected {
        verifier.expect(link, Witness::Given);
    }
    let heads = store.audit_heads().await?;
    let (key, unproven) = if heads.is_empty() { (None, None) } else { public_key(context).await? };
    let is_right = |head: &&SignedHead| {
        let message = SignedHead::message(store.id(), head.link, head.at);
        key.is_some_and(|key| is_signed(key, &message, head.signature))
    };
    let forged = heads.iter().find(|head| !is_right(head)).map(|head| Flaw::Forged { seq: head.link.seq });
    let right: Vec<_> = heads.iter().filter(is_right).collect();
    for head in &right {
        verifier.expect(head.link, Witness::Signed);
    }
    let no_keyring = match keyring_head(context).await? {
        Ok(head) => {
            if let Some(link) = head {
                verifier.expect(link, Witness::Keyring);
            }
            None
        }
        Err(error) => Some(error.into()),
    };
    let heads = right.len();
    let mut verdict = store.verify_audit(verifier).await?;
    verdict.flaw = verdict.flaw.into_iter().chain(forged).min_by_key(|flaw| flaw.seq());
    Ok(Verified { verdict, heads, unproven, no_keyring })
}

/// The key that heads must be signed with: what the vault says, else what stands beside it, and why only that. None: there is no
/// such key any more.
async fn public_key(context: &Context) -> Result<(Option<[u8; 32]>, Option<Problem>), Problem> {
    let Some(kept): Option<AuditKey> = context.store.audit_key().await? else { return Ok((None, None)) };
    let vault = match context.launcher.vault.open().await {
        Ok(vault) => vault,
        Err(VaultError::Cancelled) => return Err(VaultError::Cancelled.into()),
        Err(error) => return Ok((Some(kept.public), Some(error.into()))),
    };
    Ok((Signer::open(&vault, &kept).ok().map(|signer| signer.public()), None))
}

/// What the keyring was given last, where it has the vault's key, too: no other is asked.
async fn keyring_head(context: &Context) -> Result<Result<Option<Link>, VaultError>, Problem> {
    let state = context.launcher.vault.state().await?;
    Ok(match state {
        VaultState::Present { source: MasterSource::Os, .. } => {
            remembered(&context.store).await.map_err(VaultError::from)
        }
        _ => Ok(None),
    })
}
