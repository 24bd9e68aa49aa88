//! Lets a user log in again who was locked out.

use super::find::{Who, find};
use crate::core::access::Operation;
use crate::core::model::Account;
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// Lets a user log in again, who need not have been locked out. Returns who they were before.
pub async fn unlock(context: &Context, who: &Who, dry_run: bool) -> Result<Account, Problem> {
    let account = find(context, who, Operation::UserUnlock).await?;
    if !dry_run {
        context.store.unlock(context.act("user.unlock"), account.user.id).await?;
    }
    Ok(account)
}
