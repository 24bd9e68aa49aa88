//! Removes a secret.

use super::list::Users;
use super::whose::{Whose, get_for};
use crate::core::access::Operation;
use crate::core::model::{NamedSecret, SecretName};
use crate::core::operation::following::followed;
use crate::core::operation::{Context, server};
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// The secret that was removed, or would be.
#[derive(Debug)]
pub struct Removed {
    /// The secret.
    pub secret: NamedSecret,
    /// The servers that use it, and don't start without it.
    pub users: Users,
}

/// Removes the secret of that name; one that servers use only when that is `forced`. Its sealed value may stay in the store's log and in backups.
pub async fn remove(
    context: &Context,
    whose: &Whose,
    name: &SecretName,
    forced: bool,
    dry_run: bool,
) -> Result<Removed, Problem> {
    let secret = get_for(context, Operation::SecretRemove, whose, name).await?;
    let users = context.store.secret_users().await?.remove(&secret.id).unwrap_or_default();
    let users = Users::among(&server::list(context).await?, &users);
    if !forced && !users.is_empty() {
        let Users { known, others } = users;
        let problem = Problem::from(StoreError::SecretUsed { secret: secret.name, users: known, others });
        return Err(problem
            .hint(format!("to remove it all the same: mcpgw secret remove {name}{} --force", whose.flag())));
    }
    if !dry_run {
        context.store.remove_secret(context.act("secret.remove"), &secret, forced).await?;
        followed(context).await;
    }
    Ok(Removed { secret, users })
}
