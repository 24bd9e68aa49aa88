//! Replaces a token by another one for the same.

use std::time::Duration;

use jiff::Timestamp;

use super::create::{Expiry, Minted, expires, kept};
use super::find::{find, managed};
use super::signed::{new_id, signed};
use crate::core::access::Operation;
use crate::core::model::Token;
use crate::core::operation::{Context, following::followed};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::NewToken;

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
    if dry_run {
        return Ok(Minted { token, text: None });
    }
    let signed = signed(context, &mut token).await?;
    let profile = context.store.profiles().await?.into_iter().find(|profile| profile.token == before.id);
    // Nobody is shown the token of a profile.
    let (profile, text) = match profile {
        Some(profile) => (Some(kept(context, profile.name, &token, &signed).await?), None),
        None => (None, Some(signed)),
    };
    let attempt = context.attempt(operation, dry_run);
    let new = NewToken { token: token.clone(), replaces: Some((before.id, ends)), profile };
    context.store.insert_token(context.act("token.rotate"), attempt, target, new).await?;
    followed(context).await;
    Ok(Minted { token, text })
}

fn lifetime(token: &Token) -> Expiry {
    match token.expires_at {
        None => Expiry::Never,
        Some(at) => Duration::try_from(at.duration_since(token.created_at)).map_or(Expiry::Usual, Expiry::In),
    }
}
