//! Shows which tokens there are.

use std::collections::BTreeMap;

use super::find::find;
use crate::core::access::{Operation, Target};
use crate::core::model::{Team, Token, TokenReach, User, UserId};
use crate::core::operation::Context;
use crate::core::operation::user::{self, Who};
use crate::core::problem::Problem;

/// Whose tokens are wanted.
#[derive(Debug, Clone)]
pub enum Listing {
    /// One's own.
    Own,
    /// Somebody's.
    Of(Who),
    /// All that one may see.
    All,
}

/// The tokens that are wanted, the newest first.
pub async fn list(context: &Context, wanted: &Listing) -> Result<Vec<Token>, Problem> {
    let mut tokens = visible(context).await?;
    match wanted {
        Listing::All => {}
        Listing::Own => tokens.retain(|token| token.user == context.principal.user()),
        Listing::Of(who) => {
            let account = user::find(context, who, Operation::UserShow).await?;
            tokens.retain(|token| token.user == account.user.id);
        }
    }
    Ok(tokens)
}

/// The token of that id or name.
pub async fn get(context: &Context, text: &str) -> Result<Token, Problem> {
    find(context, text).await
}

/// The services whose tokens who acts may see, as they see those that they may give them.
pub async fn services(context: &Context) -> Result<BTreeMap<UserId, User>, Problem> {
    let teams = context.store.teams().await?;
    let may = |team: &Team| {
        let may = |operation| context.may(operation, &Target::of_team(team));
        may(Operation::TokenShow) || may(Operation::ServiceToken)
    };
    let mut services = context.store.services().await?;
    services.retain(|service| service.service_of.and_then(|team| teams.get(&team)).is_some_and(may));
    Ok(services.into_iter().map(|service| (service.id, service)).collect())
}

/// All tokens that who acts may see, the newest first: their own, those for teams whose tokens they may see and of the services of
/// such teams, or everybody's.
pub(super) async fn visible(context: &Context) -> Result<Vec<Token>, Problem> {
    let own = context.principal.user();
    if context.may(Operation::TokenShow, &Target::Platform) {
        return Ok(context.store.tokens(None).await?);
    }
    context.require_known(Operation::TokenShow, &Target::User(own))?;
    let teams = context.store.teams().await?;
    let may = |team: &&Team| context.may(Operation::TokenShow, &Target::of_team(team));
    let seen: Vec<_> = teams.values().filter(may).map(|team| team.id).collect();
    let services = services(context).await?;
    let alone = seen.is_empty() && services.is_empty();
    let mut tokens = context.store.tokens(alone.then_some(own)).await?;
    tokens.retain(|token| match &token.scope.reach {
        _ if token.user == own || services.contains_key(&token.user) => true,
        TokenReach::Teams(teams) => teams.iter().any(|team| seen.contains(team)),
        TokenReach::All | TokenReach::Public => false,
    });
    Ok(tokens)
}
