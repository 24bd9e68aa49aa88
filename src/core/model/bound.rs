//! Whose limits a call is counted under.

use std::fmt;
use std::sync::Arc;

use super::{CallLimit, CallLimits, CallOutcome, Plans, Team, TeamId, Token, TokenId, User, UserId};

/// Whose calls are counted together. The order is the one in which counts are taken hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// Those of a team's servers.
    Team(TeamId),
    /// Those of a user.
    User(UserId),
    /// Those that are made with a token, or one that was made with it.
    Token(TokenId),
}

impl Counted {
    /// What kind of thing it is.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Team(_) => "team",
            Self::User(_) => "user",
            Self::Token(_) => "token",
        }
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.noun())?;
        match self {
            Self::Team(id) => id.fmt(f),
            Self::User(id) => id.fmt(f),
            Self::Token(id) => id.fmt(f),
        }
    }
}

/// How many calls of somebody there may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Whose.
    pub counted: Counted,
    /// What a person calls that: `the token ci`.
    pub name: String,
    /// How many.
    pub limits: CallLimits,
}

impl Bound {
    /// What is said of this token.
    pub fn of_token(token: &Token) -> Self {
        Self {
            counted: Counted::Token(token.counted_as()),
            name: format!("the token {}", token.name),
            limits: token.scope.limits,
        }
    }

    /// What is said of this user.
    pub fn of_user(id: UserId, email: Option<&str>, limits: CallLimits) -> Self {
        let name = email.unwrap_or(User::OWNER).to_owned();
        Self { counted: Counted::User(id), name, limits }
    }

    /// What is said of this team, or by the plan that it follows. One whose plan is not known gets no call.
    pub fn of_team(team: &Team, plans: &Plans) -> Self {
        let limits = plans.quota_of(&team.tenancy).map_or(CallLimits::NO_CALLS, |quota| quota.calls());
        Self { counted: Counted::Team(team.id), name: format!("the team {}", team.slug), limits }
    }
}

/// All bounds of one call: each with a limit, in the order in which counts are taken hold of. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bounds(Option<Arc<[Bound]>>);

impl Bounds {
    /// Those of something that `team` has, which somebody of whom `user` says it calls with `tokens`.
    pub fn of_call(tokens: &[Token], user: &Bound, team: Option<&Team>, plans: &Plans) -> Self {
        let team = team.map(|team| Bound::of_team(team, plans));
        Self::new(tokens.iter().map(Bound::of_token).chain([user.clone()]).chain(team))
    }

    /// Of `bounds` those that say something.
    pub fn new(bounds: impl IntoIterator<Item = Bound>) -> Self {
        let mut all: Vec<_> = bounds.into_iter().filter(|bound| !bound.limits.is_none()).collect();
        all.sort_by_key(|bound| bound.counted);
        all.dedup_by_key(|bound| bound.counted);
        Self((!all.is_empty()).then(|| all.into()))
    }

    /// Whether calls need not be counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Whether one is about calls at the same time.
    pub fn is_concurrent(&self) -> bool {
        self.as_slice().iter().any(|bound| bound.limits.concurrency.is_some())
    }

    /// Whether a call that is counted under these is under the others too.
    pub fn counts_as(&self, other: &Self) -> bool {
        let (one, other) = (self.as_slice(), other.as_slice());
        let alike =
            |(one, other): (&Bound, &Bound)| (one.counted, one.limits) == (other.counted, other.limits);
        std::ptr::eq(one, other) || one.len() == other.len() && one.iter().zip(other).all(alike)
    }

    /// Each of them.
    pub fn as_slice(&self) -> &[Bound] {
        self.0.as_deref().unwrap_or_default()
    }
}

/// Why a call is not made although who calls may use what is called.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unmade {
    /// There were as many as there may be.
    #[error("{}{}", self.reason(), again(*retry_after))]
    Over {
        /// Whose.
        counted: Counted,
        /// What that is called.
        name: String,
        /// Which of its limits.
        limit: CallLimit,
        /// How many there may be.
        most: u32,
        /// When there is room again, seconds; never, unless the limit is changed.
        retry_after: Option<u32>,
    },
    /// Another process keeps the counts to itself.
    #[error(
        "another process of mcpgw keeps the counts of {name} to itself, maybe because it is stopped; try again in 1 s"
    )]
    Busy {
        /// What that is called.
        name: String,
    },
    /// It could not be counted, and what is not counted is not made.
    #[error("the calls of {name} can't be counted: {reason}")]
    Uncounted {
        /// What that is called.
        name: String,
        /// Why not.
        reason: String,
    },
}

impl Unmade {
    /// The same for all calls that one limit refuses.
    pub fn reason(&self) -> String {
        match self {
            Self::Over { name, limit, most, .. } => {
                let calls = if *most == 1 { "call" } else { "calls" };
                format!("{name} has reached the limit of {most} {calls} {}", limit.phrase())
            }
            other => other.to_string(),
        }
    }

    /// Whether a limit refuses it, which is a denial; if not, something is in the way of counting.
    pub fn is_denial(&self) -> bool {
        matches!(self, Self::Over { .. })
    }

    /// What came of the call.
    pub fn outcome(&self) -> CallOutcome {
        if self.is_denial() { CallOutcome::OverQuota } else { CallOutcome::Failed }
    }

    /// When to try again, seconds; nothing: it would change nothing.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Over { retry_after, .. } => *retry_after,
            Self::Busy { .. } => Some(1),
            Self::Uncounted { .. } => None,
        }
    }
}

fn again(retry_after: Option<u32>) -> String {
    retry_after.map_or_else(String::new, |seconds| format!("; try again in {seconds} s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_in_one_order_and_what_says_nothing_is_none() {
        let limits = CallLimits { per_day: Some(1), ..CallLimits::default() };
        let of = |counted, limits| Bound { counted, name: String::new(), limits };
        let token = |number| Counted::Token(TokenId::new(number, [0; 10]));
        let user = Counted::User(UserId::new(9, [0; 10]));
        let bounds =
            Bounds::new([of(token(2), limits), of(user, limits), of(token(1), limits), of(token(2), limits)]);
        assert_eq!(
            bounds.as_slice().iter().map(|bound| bound.counted).collect::<Vec<_>>(),
            [user, token(1), token(2)]
        );
        assert!(Bounds::new([of(user, CallLimits::default())]).is_empty());
    }
}
