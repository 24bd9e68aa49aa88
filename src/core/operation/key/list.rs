//! Shows which keys there are.

use crate::core::access::Operation;
use crate::core::model::SigningKey;
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// All keys, the newest first.
pub async fn list(context: &Context) -> Result<Vec<SigningKey>, Problem> {
    context.require_of_all(Operation::KeyShow)?;
    Ok(context.store.signing_keys().await?)
}
