//! Changes what a token is for.

use super::create::{Expiry, check_name, expires, require_less};
use super::find::{find, managed};
use super::scope::{ScopeFlags, resolved};
use crate::core::access::Operation;
use crate::core::model::Token;
use crate::core::operation::{Context, following::followed};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;

/// What is to change.
#[derive(Debug)]
pub struct Edit {
    /// What it is called.
    pub name: Option<String>,
    /// What it is for: what is said replaces what was.
    pub scope: ScopeFlags,
    /// When it ends. A signed token says when it ends too: it can be made to end sooner, never later again.
    pub expiry: Option<Expiry>,
}

/// Changes the token of that id or name.
pub async fn edit(context: &Context, text: &str, edit: Edit, dry_run: bool) -> Result<Token, Problem> {
    let before = find(context, text).await?;
    let asked = managed(context, &before, Operation::TokenCreate).await?;
    let (operation, target) = asked;
    if before.revoked_at.is_some() {
        return Err(StoreError::TokenRevoked.into());
    }
    if let Some(name) = &edit.name {
        check_name(name)?;
    }
    let scope = resolved(context, &asked, &edit.scope, before.scope.clone()).await?;
    let ends = edit.expiry.map(|expiry| expires(context, &asked, expiry)).transpose()?;
    if let (Some(wanted), Some(said), true) = (ends, before.expires_at, before.kid.is_some())
        && wanted.is_none_or(|wanted| wanted > said)
    {
        let message = format!("it ends at {said}: a token can be made to end sooner, and never later again");
        return Err(
            Problem::new(ProblemKind::Conflict, message).hint(format!("mcpgw token rotate {}", before.id))
        );
    }
    let after =
        Token { scope: scope.clone(), expires_at: ends.unwrap_or(before.expires_at), ..before.clone() };
    require_less(context, &asked, &after).await?;
    let (attempt, then) = (context.attempt(operation, dry_run), before.scope);
    let change = move |token: &mut Token| {
        token.scope.take_changes(&then, scope);
        token.name = edit.name.unwrap_or_else(|| token.name.clone());
        token.expires_at = ends.unwrap_or(token.expires_at);
    };
    let act = context.act("token.edit");
    let token = context.store.edit_token(act, attempt, target, before.id, change).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(token)
}
