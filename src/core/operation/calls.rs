//! How many calls were made of those that there may be.

use crate::core::guard::{self, Used};
use crate::core::model::{Account, Bound, CallLimits, Team, Token};
use crate::core::operation::Context;
use crate::core::paths::quota_dir;

/// How many calls there may be of somebody, and how many there were.
#[derive(Debug, Clone)]
pub struct Calls {
    /// How many there may be.
    pub limits: CallLimits,
    /// How many count now; nothing: that can't be known, or there is no limit.
    pub used: Option<Used>,
}

impl Calls {
    /// Those that are made with a token, and with those that were made with it.
    pub fn of_token(context: &Context, token: &Token) -> Self {
        Self::of(context, &Bound::of_token(token))
    }

    /// Those of a user.
    pub fn of_user(context: &Context, Account { user, limits, .. }: &Account) -> Self {
        Self::of(context, &Bound::of_user(user.id, None, *limits))
    }

    /// Those of what a team has.
    pub fn of_team(context: &Context, team: &Team) -> Self {
        Self::of(context, &Bound::of_team(team, &context.settings.team.plans))
    }

    fn of(context: &Context, bound: &Bound) -> Self {
        let limits = bound.limits;
        if limits.is_none() {
            return Self { limits, used: None };
        }
        let dir = quota_dir(context.store.directory());
        let used = guard::used(&dir, bound.counted, context.clock.now()).inspect_err(|error| {
            tracing::warn!("the counts of calls in {} can't be read: {error}", dir.display());
        });
        Self { limits, used: used.ok() }
    }
}
