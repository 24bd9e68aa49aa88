//! Gives keys to those who check tokens elsewhere, or sign them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::keep::opened;
use crate::core::access::Operation;
use crate::core::model::{Secret, SigningKey};
use crate::core::operation::Context;
use crate::core::problem::{Problem, ProblemKind};

/// The public halves of all keys that are believed, as a JWK set (RFC 7517, section 5). A secret that both sides have is never
/// in it: whoever has that signs.
pub async fn export_public(context: &Context) -> Result<Value, Problem> {
    context.require_of_all(Operation::KeyShow)?;
    let now = context.clock.now();
    let keys = context.store.signing_keys().await?;
    let believed = keys.iter().filter(|key| key.is_believed(now)).filter_map(|key| key.public.as_deref());
    let failed =
        |error| Problem::new(ProblemKind::Failed, format!("a key in the store can't be read: {error}"));
    let keys = believed.map(serde_json::from_str).collect::<Result<Vec<Value>, _>>().map_err(failed)?;
    Ok(json!({ "keys": keys }))
}

/// The secret half of a key, of the one that signs where none is named: PKCS #8 as PEM, or a JWK of a secret that both sides have.
/// The audit is told before anybody has it.
pub async fn export_private(
    context: &Context,
    kid: Option<&str>,
) -> Result<(SigningKey, Secret<Vec<u8>>), Problem> {
    context.require_of_all(Operation::KeyExport)?;
    let keys = context.store.signing_keys().await?.into_iter();
    let is_meant = |key: &SigningKey| kid.map_or(key.signs, |kid| key.kid == kid);
    let absent = || {
        let message =
            kid.map_or_else(|| "there is no key yet".to_owned(), |kid| format!("there is no key {kid}"));
        Problem::new(ProblemKind::NotFound, message).hint("mcpgw key list")
    };
    let key = keys.into_iter().find(is_meant).ok_or_else(absent)?;
    let mut secret = opened(context, &key).await?;
    if key.algorithm.is_shared() {
        secret = shared_jwk(&key, &secret);
    }
    context.store.export_signing_key(context.act("key.export"), &key).await?;
    Ok((key, secret))
}

fn shared_jwk(key: &SigningKey, secret: &Secret<Vec<u8>>) -> Secret<Vec<u8>> {
    let value = Secret::new(URL_SAFE_NO_PAD.encode(secret.reveal()));
    let SigningKey { kid, algorithm, .. } = key;
    let jwk =
        format!(r#"{{"kty":"oct","use":"sig","alg":"{algorithm}","kid":"{kid}","k":"{}"}}"#, value.reveal());
    Secret::new((jwk + "\n").into_bytes())
}
