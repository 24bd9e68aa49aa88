//! Lets a server have a secret of whoever uses it.

use super::whose::{Whose, get_for};
use crate::core::access::Operation;
use crate::core::model::{ReferenceState, SecretName, ServerName, Target};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::operation::server::get;
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// Grants the secret `name` to the server, or takes that back. The server gets it for `secret://me/NAME`, until its command
/// changes. Returns whether that changes anything.
pub async fn grant(
    context: &Context,
    name: &SecretName,
    server: &ServerName,
    granted: bool,
    dry_run: bool,
) -> Result<bool, Problem> {
    let found = get(context, server).await?;
    get_for(context, Operation::SecretGrant, &Whose::Mine, name).await?;
    if !dry_run {
        let action = if granted { "secret.grant" } else { "secret.revoke" };
        let changed = context.store.grant_secret(context.act(action), name, &found, granted).await?;
        followed(context).await;
        return Ok(changed);
    }
    let asking = found.launch.references.iter().find(|asking| asking.target == Target::Mine(name.clone()));
    match asking {
        None if granted => Err(StoreError::NotAsked { secret: name.clone(), server: server.clone() }.into()),
        None => Ok(false),
        Some(asking) => Ok(granted != matches!(asking.state, ReferenceState::Found { .. })),
    }
}
