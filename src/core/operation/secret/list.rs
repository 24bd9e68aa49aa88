//! Lists secrets; the vault stays shut.

use crate::core::model::{NamedSecret, ServerName};
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// A secret, and who uses it.
#[derive(Debug)]
pub struct Listed {
    /// The secret.
    pub secret: NamedSecret,
    /// The servers that are bound to it, and those that it was granted to.
    pub users: Vec<ServerName>,
}

/// All secrets, by name.
pub async fn list(context: &Context) -> Result<Vec<Listed>, Problem> {
    let mut users = context.store.secret_users().await?;
    let secrets = context.store.secrets().await?.into_iter();
    Ok(secrets.map(|secret| Listed { users: users.remove(&secret.id).unwrap_or_default(), secret }).collect())
}
