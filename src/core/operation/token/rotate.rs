//! Replaces a token by another one for the same.

use std::time::Duration;

use jiff::Timestamp;

use super::create::{Expiry, Minted, expires, kept, latest, require_less};
use super::find::{find, managed};
use super::signed::{new_id, signed};
use crate::core::access::Operation;
use crate::core::model::{Profile, Token};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;
use crate::core::store::{NewToken, StoreError};

/// Makes another token for the same as the one of that id or name, which goes on working for `grace`. What was made with it is from
/// now on as if made with the new one. Without an `expiry` the new one lives as long as the old one was to, and no longer than what
/// it is made with. Calls that were made with the old one count for the new one too.
pub async fn rotate(
    context: &Context,
    text: &str,
    grace: Duration,
    expiry: Option<Expiry>,
    dry_run: bool,
) -> Result<Minted, Problem> {
    let before = find(context, text).await?;
    let asked = managed(context, &before, Operation::TokenCreate).await?;
    let (operation, target) = asked;
    if before.revoked_at.is_some() {
        return Err(StoreError::TokenRevoked.into());
    }
    let now = context.clock.now();
    let ends = now.checked_add(grace).unwrap_or(Timestamp::MAX);
    let mut token = Token {
        id: new_id(context)?,
        created_at: now,
        expires_at: match expiry {
            Some(expiry) => expires(context, &asked, expiry)?,
            None => after_life(&before, now).into_iter().chain(latest(context)).min(),
        },
        kid: None,
        retires_at: None,
        counts_as: Some(before.counted_as()),
        ..before.clone()
    };
    require_less(context, &asked, &token).await?;
    if dry_run {
        return Ok(Minted { token, text: None });
    }
    let signed = signed(context, &mut token).await?;
    let profile = context.store.profiles().await?.into_iter().find(|profile| profile.token == before.id);
    // Nobody is shown the token of a profile.
    let (profile, text) = match profile {
        Some(Profile { name, created_at, .. }) => {
            let kept = kept(context, name, &token, &signed).await?;
            (Some(Profile { created_at, ..kept }), None)
        }
        None => (None, Some(signed)),
    };
    let attempt = context.attempt(operation, dry_run);
    let new = NewToken { token: token.clone(), replaces: Some((before.id, ends)), profile };
    context.store.insert_token(context.act("token.rotate"), attempt, target, new).await?;
    followed(context).await;
    Ok(Minted { token, text })
}

/// When it would end, were it made now.
fn after_life(token: &Token, now: Timestamp) -> Option<Timestamp> {
    let life = token.expires_at?.duration_since(token.created_at);
    Some(now.saturating_add(life).unwrap_or(Timestamp::MAX))
}
