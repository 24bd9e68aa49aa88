//! Checks tokens.

use jiff::Timestamp;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{DecodingKey, Validation, decode};

use super::claims::{Claims, USE, issuer};
use super::key::library;
use crate::core::model::{Secret, SigningKey};

/// The longest credential that is looked at, bytes: several times what any of ours has.
pub const LONGEST_CREDENTIAL: usize = 16 * 1024;

/// Why a credential is not believed: for the audit. Whoever shows it is told nothing of this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is nothing, or longer than [`LONGEST_CREDENTIAL`].
    #[error("it is no credential")]
    Malformed,
    /// No row has its hash.
    #[error("this store has no such token")]
    Unknown,
    /// The key that has signed it is not believed any more.
    #[error("the key that has signed it is retired")]
    Retired,
    /// It was not signed with that key, as that key signs, or its header says something else.
    #[error("its signature is wrong")]
    Signature,
    /// Another store has made it.
    #[error("it was made by another store")]
    Issuer,
    /// It is for another store.
    #[error("it is for another store")]
    Audience,
    /// It is for something else.
    #[error("it is for another use")]
    Use,
    /// It says of itself that it is over.
    #[error("it has expired")]
    Expired,
    /// It says of itself that its time is to come.
    #[error("it is not valid yet")]
    Early,
    /// It is another row's than the one that it was found by.
    #[error("it says something else than its row")]
    Row,
    /// Its row is revoked, or one that it was made with.
    #[error("it is revoked")]
    Revoked,
    /// Its user may not act.
    #[error("its user may not act")]
    User,
}

/// What can check what a key has signed.
#[derive(Debug)]
pub struct Verifier(DecodingKey);

impl Verifier {
    /// Of a public half.
    pub fn of_public(public: &str) -> Option<Self> {
        let jwk: Jwk = serde_json::from_str(public).ok()?;
        DecodingKey::from_jwk(&jwk).ok().map(Self)
    }

    /// Of a secret that both sides have.
    pub fn of_shared(secret: &Secret<Vec<u8>>) -> Self {
        Self(DecodingKey::from_secret(secret.reveal()))
    }
}

/// What `credential` says, if `key` has signed it for the store of that id, and now is its time.
///
/// How it was signed is the key's to say: what the header says of that has to be the same, and decides nothing.
pub fn verify(
    store: &str,
    credential: &str,
    key: &SigningKey,
    verifier: &Verifier,
    now: Timestamp,
) -> Result<Claims, Refusal> {
    if !key.is_believed(now) {
        return Err(Refusal::Retired);
    }
    // The library's own checks accept lists and leeway, and ask the system for the time.
    let mut validation = Validation::new(library(key.algorithm));
    validation.required_spec_claims.clear();
    (validation.validate_exp, validation.validate_nbf, validation.validate_aud) = (false, false, false);
    let decoded = decode::<Claims>(credential, &verifier.0, &validation).map_err(|_| Refusal::Signature)?;
    if decoded.header.kid.as_deref() != Some(key.kid.as_str()) {
        return Err(Refusal::Signature);
    }
    let claims = decoded.claims;
    let ours = issuer(store);
    let seconds = now.as_second();
    match &claims {
        Claims { iss, .. } if *iss != ours => Err(Refusal::Issuer),
        Claims { aud, .. } if *aud != ours => Err(Refusal::Audience),
        Claims { token_use, .. } if token_use != USE => Err(Refusal::Use),
        Claims { exp: Some(exp), .. } if *exp <= seconds => Err(Refusal::Expired),
        Claims { nbf: Some(nbf), .. } if *nbf > seconds => Err(Refusal::Early),
        _ => Ok(claims),
    }
}
