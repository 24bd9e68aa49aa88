//! Who may change whom.

use crate::core::access::{Operation, PermissionSet, Principal, Target};
use crate::core::model::Account;
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// Refuses to change somebody who may do more everywhere than who acts: whoever can log in as them, or take that from them, has
/// more than they were given.
pub(in crate::core::operation) async fn require_rank(
    context: &Context,
    account: &Account,
    operation: Operation,
) -> Result<(), Problem> {
    let user = account.user.id;
    if user == context.principal.user() {
        return Ok(());
    }
    let now = context.clock.now();
    let theirs = context.store.principal(user).await?;
    // Also what they may not do now, since they are disabled.
    let grants = theirs.iter().flat_map(Principal::global);
    let lasting = grants.filter(|grant| grant.until.is_none_or(|until| until > now));
    let held = lasting.fold(PermissionSet::EMPTY, |held, grant| held.union(grant.permissions));
    if context.principal.permissions_everywhere(now).includes(held) {
        return Ok(());
    }
    let message = format!("{} may do more everywhere than you", account.user.called());
    Err(context.refuse(&(operation, Target::User(user)), message))
}

/// Refuses to change with a token what its own user is: with that, it would be all of them.
pub(super) fn require_login(
    context: &Context,
    account: &Account,
    operation: Operation,
) -> Result<(), Problem> {
    let user = account.user.id;
    if context.tokens.is_empty() || user != context.principal.user() {
        return Ok(());
    }
    let message = format!("to {} of one's own takes a login, not a token", operation.meaning());
    Err(context.refuse(&(operation, Target::User(user)), message))
}
