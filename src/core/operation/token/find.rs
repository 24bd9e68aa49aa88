//! Which token is meant, and who may change it.

use crate::core::access::{Operation, Target};
use crate::core::model::{Account, Token, TokenId};
use crate::core::operation::Context;
use crate::core::operation::token::list::visible;
use crate::core::problem::{Problem, ProblemKind};

/// The token that `text` names: by its id, or by its name where only one of those that matter is called so. One that works comes
/// before one that has expired, that before one that was revoked, and what took the place of another before that one.
pub(super) async fn find(context: &Context, text: &str) -> Result<Token, Problem> {
    named(context, text, |first, other| first.counted_as() == other.counted_as()).await
}

/// The same, where every other one of that name that works is one too many.
pub(super) async fn find_only(context: &Context, text: &str) -> Result<Token, Problem> {
    named(context, text, |_, _| false).await
}

async fn named(
    context: &Context,
    text: &str,
    replaces: fn(&Token, &Token) -> bool,
) -> Result<Token, Problem> {
    let absent = || {
        let message = format!("there is no token {text}");
        Problem::new(ProblemKind::NotFound, message).hint("mcpgw token list")
    };
    let seen = visible(context).await?;
    if let Some(id) = TokenId::parse(text) {
        return seen.into_iter().find(|token| token.id == id).ok_or_else(absent);
    }
    let now = context.clock.now();
    let rank = |token: &Token| match token.state(now) {
        "active" => 0,
        "expired" => 1,
        _ => 2,
    };
    let named: Vec<_> = seen.into_iter().filter(|token| token.name == text).collect();
    let best = named.iter().map(rank).min();
    // The newest comes first.
    let first = named.iter().find(|token| Some(rank(token)) == best).cloned().ok_or_else(absent)?;
    let is_other = |token: &&Token| {
        let is_as_good = Some(rank(token)) == best && !replaces(&first, token);
        // Whose is meant is never guessed.
        token.id != first.id && (is_as_good || token.user != first.user && token.revoked_at.is_none())
    };
    let others: Vec<_> = named.iter().filter(is_other).map(|other| other.id.to_string()).collect();
    if others.is_empty() {
        return Ok(first);
    }
    let message =
        format!("several tokens are called {text}, say which by its id: {}, {}", first.id, others.join(", "));
    Err(Problem::new(ProblemKind::Usage, message).hint("mcpgw token list"))
}

/// What making or changing the tokens of `account` takes, and about what.
pub(super) async fn about(
    context: &Context,
    account: &Account,
    own: Operation,
) -> Result<(Operation, Target), Problem> {
    let user = &account.user;
    if let (Some(team), true) = (user.service_of, user.id != context.principal.user()) {
        let teams = context.store.teams().await?;
        if let Some(team) = teams.get(&team) {
            return Ok((Operation::ServiceToken, Target::of_team(team)));
        }
    }
    Ok((own, Target::User(user.id)))
}

/// The same for a token that is there. Who acts with a token changes those that were made with it, never itself or another one.
pub(in crate::core::operation) async fn managed(
    context: &Context,
    token: &Token,
    own: Operation,
) -> Result<(Operation, Target), Problem> {
    let absent = || Problem::from(crate::core::store::StoreError::NoToken(token.id));
    let account = context.store.account(token.user).await?.ok_or_else(absent)?;
    let (operation, target) = about(context, &account, own).await?;
    context.require_known(operation, &target)?;
    if let Some(acting) = context.tokens.first() {
        let chain = context.store.token_chain(token.id).await?.unwrap_or_default();
        if !chain.iter().skip(1).any(|ancestor| ancestor.id == acting.id) {
            let message = format!("a token may not {}, unless that was made with it", operation.meaning());
            return Err(context.refuse(&(operation, target), message));
        }
    }
    Ok((operation, target))
}
