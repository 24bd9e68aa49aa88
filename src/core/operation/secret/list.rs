//! Lists secrets; the vault stays shut.

use crate::core::model::NamedSecret;
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// All secrets, by name.
pub async fn list(context: &Context) -> Result<Vec<NamedSecret>, Problem> {
    Ok(context.store.secrets().await?)
}
