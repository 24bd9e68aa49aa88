//! Who shows a credential, and whether they are believed.

use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::core::model::{
    Account, Deed, Hash, Outcome, SealedColumn, Secret, SigningKey, Token, UserStatus, Via,
};
use crate::core::operation::login::Gate;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::Claimed;
use crate::core::token::{self, LONGEST_CREDENTIAL, Refusal, Verifier};
use crate::core::vault::{Place, Vault, VaultError};

/// How long the audit of a refusal may wait for the store.
const PATIENCE: Duration = Duration::from_secs(1);

/// What somebody shows.
#[derive(Debug, Clone)]
pub struct Credential(Secret<String>);

impl Credential {
    /// Without the white space around it, which files have.
    pub fn new(text: &Secret<String>) -> Self {
        Self(Secret::new(text.reveal().trim().to_owned()))
    }

    /// SHA-256 of it.
    pub fn hash(&self) -> Hash {
        Hash(Sha256::digest(self.0.reveal()).into())
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        self.0.reveal()
    }
}

/// Somebody who is believed.
#[derive(Debug, Clone)]
pub struct Admitted {
    /// Who.
    pub account: Account,
    /// Their token, and all that it was made with, itself first.
    pub chain: Vec<Token>,
}

/// Who shows `credential`. Whoever is not believed is told that and nothing else, whatever the reason is; the audit knows it.
pub async fn admit(gate: &Gate, vault: &Vault, credential: &Credential) -> Result<Admitted, Problem> {
    match believed(gate, vault, credential).await? {
        Ok(admitted) => Ok(admitted),
        Err((refusal, token)) => {
            refused(gate, refusal.to_string(), token.as_ref()).await;
            let problem = Problem::new(ProblemKind::Unauthenticated, "the token is not valid");
            Err(problem.hint("make another one: mcpgw token create"))
        }
    }
}

type Refused = (Refusal, Option<Token>);

/// The row comes first: whoever has no row makes nobody open the vault.
pub(super) async fn believed(
    gate: &Gate,
    vault: &Vault,
    credential: &Credential,
) -> Result<Result<Admitted, Refused>, Problem> {
    let text = credential.text();
    if text.is_empty() || text.len() > LONGEST_CREDENTIAL {
        return Ok(Err((Refusal::Malformed, None)));
    }
    let Some(claimed) = gate.store.claimed(credential.hash()).await? else {
        return Ok(Err((Refusal::Unknown, None)));
    };
    let now = gate.clock.now();
    let Claimed { chain, key, account } = claimed;
    let refuse = |refusal| Ok(Err((refusal, chain.first().cloned())));
    let Some(token) = chain.first() else { return refuse(Refusal::Row) };
    if let Some(key) = &key {
        let Some(verifier) = verifier(vault, key).await? else { return refuse(Refusal::Signature) };
        match token::verify(gate.store.id(), text, key, &verifier, now) {
            Err(refusal) => return refuse(refusal),
            Ok(claims) if claims.jti != token.id || claims.sub != token.user => return refuse(Refusal::Row),
            Ok(_) => {}
        }
    } else if token.kid.is_some() {
        return refuse(Refusal::Retired);
    }
    if chain.iter().any(|token| token.revoked_at.is_some()) {
        return refuse(Refusal::Revoked);
    }
    if chain.iter().any(|token| !token.is_active(now)) {
        return refuse(Refusal::Expired);
    }
    if account.user.status != UserStatus::Active {
        return refuse(Refusal::User);
    }
    Ok(Ok(Admitted { account, chain }))
}

/// What checks the signatures of `key`. Only for a secret that both sides have the vault is opened.
async fn verifier(vault: &Vault, key: &SigningKey) -> Result<Option<Verifier>, Problem> {
    if let Some(public) = &key.public {
        return Ok(Verifier::of_public(public));
    }
    let place = Place { column: SealedColumn::SigningKey, row: &key.kid };
    let secret = match vault.open().await?.unseal(&place, &key.secret) {
        Err(VaultError::OtherKey) => vault.refresh().await?.unseal(&place, &key.secret)?,
        secret => secret?,
    };
    Ok(Some(Verifier::of_shared(&secret)))
}

/// Tells the audit that a credential was refused, and why.
pub(super) async fn refused(gate: &Gate, reason: String, token: Option<&Token>) {
    let id = token.map(|token| token.id.to_string());
    let name = token.map_or("", |token| token.name.as_str());
    let deed = Deed::done("token", id, name).outcome(Outcome::Denied(reason));
    let act = crate::core::model::Act { via: Via::Nobody, ..gate.act("token.use", None) };
    if let Err(error) = gate.store.record_denials(vec![(act, deed, 1)], PATIENCE).await {
        tracing::warn!("the audit could not be told of a refusal: {error}");
    }
}
