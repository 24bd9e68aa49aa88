//! Signs with another key from now on.

use std::time::Duration;

use super::keep::sealed;
use crate::core::access::Operation;
use crate::core::model::{Algorithm, SigningKey};
use crate::core::operation::{Context, following::followed};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::{KeyMaterial, generate};

/// Makes a key that signs from now on. What the one before has signed is believed for `overlap` still.
pub async fn rotate(
    context: &Context,
    algorithm: Algorithm,
    overlap: Duration,
    dry_run: bool,
) -> Result<SigningKey, Problem> {
    context.require_of_all(Operation::KeyEdit)?;
    replace(context, &fresh(algorithm)?, overlap, dry_run, "key.rotate").await
}

/// A new key.
pub(in crate::core::operation) fn fresh(algorithm: Algorithm) -> Result<KeyMaterial, Problem> {
    let failed =
        |error: std::io::Error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}"));
    Ok(generate(algorithm, &entropy::random().map_err(failed)?, entropy::random().map_err(failed)?)?)
}

/// Signs with `material` from now on.
pub(super) async fn replace(
    context: &Context,
    material: &KeyMaterial,
    overlap: Duration,
    dry_run: bool,
    action: &'static str,
) -> Result<SigningKey, Problem> {
    let until = context.clock.now().checked_add(overlap);
    let until = until.map_err(|_| Problem::new(ProblemKind::Usage, "that is longer than time is counted"))?;
    let key = sealed(context, material).await?;
    let attempt = context.attempt(Operation::KeyEdit, dry_run);
    context.store.rotate_signing_key(context.act(action), attempt, key.clone(), until).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(key)
}
