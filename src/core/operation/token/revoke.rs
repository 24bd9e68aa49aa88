//! Revokes tokens.

use super::find::{about, find_only, managed};
use crate::core::access::Operation;
use crate::core::model::Token;
use crate::core::operation::user::{self, Who};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;
use crate::core::store::Revoked;

/// Revokes the token of that id or name, and with it what was made with it. `false`: it was before.
pub async fn revoke(context: &Context, text: &str, dry_run: bool) -> Result<(Token, bool), Problem> {
    let token = find_only(context, text).await?;
    let (operation, target) = managed(context, &token, Operation::TokenRevoke).await?;
    let attempt = context.attempt(operation, dry_run);
    let which = Revoked::One(token.id);
    let count = context.store.revoke_tokens(context.act("token.revoke"), attempt, target, which).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok((token, count > 0))
}

/// Revokes all tokens of somebody. Returns how many there were.
pub async fn revoke_all(context: &Context, who: &Who, dry_run: bool) -> Result<usize, Problem> {
    let account = user::find(context, who, Operation::UserShow).await?;
    let asked = about(context, &account, Operation::TokenRevoke).await?;
    let (operation, target) = asked;
    let absent = || Problem::from(crate::core::store::StoreError::NoUser(who.to_string()));
    context.require(operation, &target, absent)?;
    if !context.tokens.is_empty() {
        let message = "a token may not revoke all tokens: that takes a login".to_owned();
        return Err(context.refuse(&asked, message));
    }
    let attempt = context.attempt(operation, dry_run);
    let which = Revoked::AllOf(account.user.id);
    let count = context.store.revoke_tokens(context.act("token.revoke"), attempt, target, which).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(count)
}
