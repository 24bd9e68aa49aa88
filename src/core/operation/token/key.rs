//! The key that signs new tokens.

use crate::core::model::{Algorithm, Secret, SigningKey};
use crate::core::operation::Context;
use crate::core::operation::key::{fresh, opened, sealed};
use crate::core::problem::Problem;

/// The key that signs, made on first use, and its secret half.
pub(super) async fn signing(context: &Context) -> Result<(SigningKey, Secret<Vec<u8>>), Problem> {
    let key = if let Some(key) = context.store.signing_key().await? {
        key
    } else {
        let made = sealed(context, &fresh(Algorithm::EdDsa)?).await?;
        context.store.first_signing_key(context.act("key.create"), made).await?
    };
    let secret = opened(context, &key).await?;
    Ok((key, secret))
}
