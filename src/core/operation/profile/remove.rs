//! Removes a profile.

use super::list;
use crate::core::access::Operation;
use crate::core::model::ProfileName;
use crate::core::operation::token::managed;
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;
use crate::core::store::StoreError;

/// Removes the profile of that name, and revokes its token: its sessions serve nothing any more.
pub async fn remove(context: &Context, name: &ProfileName, dry_run: bool) -> Result<(), Problem> {
    let found = list(context).await?.into_iter().find(|listed| listed.profile.name == *name);
    let listed = found.ok_or_else(|| StoreError::NoProfile(name.clone()))?;
    let (operation, target) = managed(context, &listed.token, Operation::TokenRevoke).await?;
    let attempt = context.attempt(operation, dry_run);
    context.store.remove_profile(context.act("profile.remove"), attempt, target, name).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(())
}
