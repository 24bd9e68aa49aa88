//! What a token narrows its user to.

use jiff::Timestamp;

use super::{Permission, PermissionSet};
use crate::core::model::{ServerId, TeamId};

/// How far a scope reaches. A list that became empty reaches nothing; only [`Reach::All`] is everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// As far as the user does.
    All,
    /// What is public.
    Public,
    /// What these teams have, and what is public. The user's own private rows only with their personal team.
    Teams(Vec<TeamId>),
}

/// Which servers a scope lets through. A list that became empty lets none through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Servers {
    /// All that it reaches.
    All,
    /// These of them, and nothing that belongs to no server.
    These(Vec<ServerId>),
}

/// What a token narrows its user to: it takes away and never adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    reach: Reach,
    servers: Servers,
    permissions: PermissionSet,
    until: Option<Timestamp>,
}

impl Scope {
    /// Narrows nothing: who logged in, and the local owner.
    pub const ALL: Self =
        Self { reach: Reach::All, servers: Servers::All, permissions: PermissionSet::ALL, until: None };

    /// The scope of a token. `until`: from then on it allows nothing.
    ///
    /// No token reveals what is private to others, whatever its row says: that takes a login.
    pub fn of_token(
        reach: Reach,
        servers: Servers,
        permissions: PermissionSet,
        until: Option<Timestamp>,
    ) -> Self {
        let permissions = permissions.without(PermissionSet::one(Permission::RowsReveal));
        Self { reach: reach.sorted(), servers: servers.sorted(), permissions, until }
    }

    /// What both this and `other` let through: a token under the one that it was made with.
    #[must_use]
    pub fn narrowed(&self, other: &Self) -> Self {
        Self {
            reach: self.reach.narrowed(&other.reach),
            servers: self.servers.narrowed(&other.servers),
            permissions: self.permissions.intersection(other.permissions),
            until: [self.until, other.until].into_iter().flatten().min(),
        }
    }

    /// The permissions that it leaves.
    pub fn permissions(&self) -> PermissionSet {
        self.permissions
    }

    /// From when on it allows nothing.
    pub fn until(&self) -> Option<Timestamp> {
        self.until
    }

    /// How far it reaches.
    pub fn reach(&self) -> &Reach {
        &self.reach
    }

    /// Whether it lets through what belongs to `server`; `None`: to none.
    pub fn has_server(&self, server: Option<ServerId>) -> bool {
        match &self.servers {
            Servers::All => true,
            Servers::These(these) => server.is_some_and(|server| these.binary_search(&server).is_ok()),
        }
    }
}

impl Reach {
    /// Whether it reaches anything.
    pub fn is_something(&self) -> bool {
        !matches!(self, Self::Teams(teams) if teams.is_empty())
    }

    /// Whether it reaches what `team` has. Needs a sorted list, as scopes hold it.
    pub fn has_team(&self, team: TeamId) -> bool {
        match self {
            Self::All => true,
            Self::Public => false,
            Self::Teams(teams) => teams.binary_search(&team).is_ok(),
        }
    }

    fn sorted(self) -> Self {
        match self {
            Self::Teams(teams) => Self::Teams(sorted(teams)),
            Self::All | Self::Public => self,
        }
    }

    fn narrowed(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::All, reach) | (reach, Self::All) => reach.clone(),
            (nothing, _) | (_, nothing) if !nothing.is_something() => nothing.clone(),
            (Self::Teams(ours), Self::Teams(theirs)) => match in_both(ours, theirs) {
                none if none.is_empty() => Self::Public,
                teams => Self::Teams(teams),
            },
            (Self::Public, _) | (_, Self::Public) => Self::Public,
        }
    }
}

impl Servers {
    fn sorted(self) -> Self {
        match self {
            Self::All => self,
            Self::These(these) => Self::These(sorted(these)),
        }
    }

    fn narrowed(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::All, servers) | (servers, Self::All) => servers.clone(),
            (Self::These(ours), Self::These(theirs)) => Self::These(in_both(ours, theirs)),
        }
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

fn in_both<T: Ord + Copy>(ours: &[T], theirs: &[T]) -> Vec<T> {
    ours.iter().copied().filter(|one| theirs.binary_search(one).is_ok()).collect()
}
