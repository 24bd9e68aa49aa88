//! Replaces a token by another one for the same.

use std::time::Duration;

use jiff::Timestamp;

use super::create::{Expiry, Minted, expires};
use super::find::{find, managed};
use super::signed::{new_id, signed};
use crate::core::access::Operation;
use crate::core::model::Token;
use crate::core::operation::{Context, following::followed};
use crate::core::problem::{Problem, ProblemKind};

/// Makes another token for the same as the one of that id or name, which goes on working for `grace`. What was made with it is from
/// now on as if made with the new one. Without an `expiry` the new one lives as long as the old one was to.
pub async fn rotate(
    context: &Context,
    text: &str,
    grace: Duration,
    expiry: Option<Expiry>,
    dry_run: bool,
) -> Result<Minted, Problem> {
    let before = find(context, text).await?;
    let (operation, target) = managed(context, &before, Operation::TokenCreate).await?;
    if before.revoked_at.is_some() {
        return Err(Problem::new(ProblemKind::Conflict, "that token is revoked").hint("mcpgw token create"));
    }
    let now = context.clock.now();
    let ends = now.checked_add(grace).unwrap_or(Timestamp::MAX);
    let mut token = Token {
        id: new_id(context)?,
        created_at: now,
        expires_at: expires(context, expiry.unwrap_or_else(|| lifetime(&before)))?,
        kid: None,
        ..before.clone()
    };
    let text = if dry_run { None } else { Some(signed(context, &mut token).await?) };
    if dry_run {
        return Ok(Minted { token, text });
    }
    let attempt = context.attempt(operation, dry_run);
    let replaces = Some((before.id, ends));
    context.store.insert_token(context.act("token.rotate"), attempt, target, token.clone(), replaces).await?;
    followed(context).await;
    Ok(Minted { token, text })
}

fn lifetime(token: &Token) -> Expiry {
    match token.expires_at {
        None => Expiry::Never,
        Some(at) => Duration::try_from(at.duration_since(token.created_at)).map_or(Expiry::Usual, Expiry::In),
    }
}
