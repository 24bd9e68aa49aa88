//! Signs with a key that was made elsewhere from now on.

use std::time::Duration;

use super::rotate::replace;
use crate::core::access::Operation;
use crate::core::model::{Algorithm, Secret, SigningKey};
use crate::core::operation::Context;
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::{import_jwk, import_pem};

/// Takes the private key that `text` holds, as PEM or as a JWK. What the one before has signed is believed for `overlap` still.
pub async fn import(
    context: &Context,
    text: Secret<String>,
    algorithm: Option<Algorithm>,
    overlap: Duration,
    dry_run: bool,
) -> Result<SigningKey, Problem> {
    context.require_of_all(Operation::KeyEdit)?;
    let text = text.reveal();
    let material = if text.trim_start().starts_with('{') {
        let name = entropy::random()
            .map_err(|error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}")))?;
        import_jwk(text, algorithm, name)?
    } else {
        import_pem(text, algorithm)?
    };
    replace(context, &material, overlap, dry_run, "key.import").await
}
