//! Who acts, with everything that a decision about them needs.

use jiff::Timestamp;

use super::{PermissionSet, Role, Scope};
use crate::core::model::{TeamId, TeamStatus, UserId, UserStatus};

/// A role that holds everywhere, as it was granted to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GlobalGrant {
    /// What it allows.
    pub permissions: PermissionSet,
    /// From then on it is as if it were not there.
    pub until: Option<Timestamp>,
}

/// A role in a team, as it was granted to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// In which team.
    pub team: TeamId,
    /// What the role allows.
    pub permissions: PermissionSet,
    /// From then on it is as if it were not there.
    pub until: Option<Timestamp>,
    /// Whether the team is served.
    pub status: TeamStatus,
}

/// Who acts: a user, with what they were granted and what narrows it. It stays true until a row changes in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    user: UserId,
    personal_team: TeamId,
    status: UserStatus,
    global: Vec<GlobalGrant>,
    /// Sorted by team; a team may stand there more than once.
    memberships: Vec<Membership>,
    scope: Scope,
}

impl Principal {
    /// A user who was granted nothing yet but their personal team, which everybody owns. Nothing narrows them.
    pub fn new(user: UserId, personal_team: TeamId, personal_status: TeamStatus, status: UserStatus) -> Self {
        let own = Membership {
            team: personal_team,
            permissions: Role::Owner.permissions(),
            until: None,
            status: personal_status,
        };
        Self { user, personal_team, status, global: Vec::new(), memberships: vec![own], scope: Scope::ALL }
    }

    /// The same, with these roles that hold everywhere too. None of them lets anybody use anything.
    #[must_use]
    pub fn with_global(mut self, grants: impl IntoIterator<Item = GlobalGrant>) -> Self {
        let lookers = grants
            .into_iter()
            .map(|grant| GlobalGrant { permissions: grant.permissions.without(PermissionSet::USE), ..grant });
        self.global.extend(lookers);
        self
    }

    /// The same, with these roles in teams too, in any order. One in the personal team changes nothing: it is owned.
    #[must_use]
    pub fn with_memberships(mut self, memberships: impl IntoIterator<Item = Membership>) -> Self {
        let personal = self.personal_team;
        self.memberships.extend(memberships.into_iter().filter(|membership| membership.team != personal));
        self.memberships.sort_by_key(|membership| membership.team);
        self
    }

    /// The same, narrowed by `scope` beside what narrows it already.
    #[must_use]
    pub fn narrowed(mut self, scope: &Scope) -> Self {
        self.scope = self.scope.narrowed(scope);
        self
    }

    /// The same with nothing but what lasts until then, or for good: nobody grants for longer than they have it.
    #[must_use]
    pub fn lasting(&self, until: Option<Timestamp>) -> Self {
        let lasts = |end: Option<Timestamp>| match (end, until) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(end), Some(until)) => end >= until,
        };
        let mut lasting = self.clone();
        lasting.global.retain(|grant| lasts(grant.until));
        lasting.memberships.retain(|membership| lasts(membership.until));
        lasting
    }

    /// The same, with nothing granted everywhere.
    pub(super) fn without_global(&self) -> Self {
        Self { global: Vec::new(), ..self.clone() }
    }

    /// The same, with nothing granted but the personal team.
    pub(super) fn bare(&self) -> Self {
        let own = self.memberships_in(self.personal_team).to_vec();
        Self { memberships: own, ..self.without_global() }
    }

    /// Whether they still have all that `before` had: what was decided about `before` holds for them. Scopes are not compared.
    pub fn covers(&self, before: &Self) -> bool {
        let lasts = |until: Option<Timestamp>, then: Option<Timestamp>| match (until, then) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(until), Some(then)) => until >= then,
        };
        let has_global = |old: &GlobalGrant| {
            let mut grants = self.global.iter();
            grants.any(|new| new.permissions.includes(old.permissions) && lasts(new.until, old.until))
        };
        let has_role = |old: &Membership| {
            self.memberships_in(old.team).iter().any(|new| {
                let as_served = new.status == old.status || new.status == TeamStatus::Active;
                new.permissions.includes(old.permissions) && lasts(new.until, old.until) && as_served
            })
        };
        self.user == before.user
            && self.status == before.status
            && before.global.iter().all(has_global)
            && before.memberships.iter().all(has_role)
    }

    /// Which user.
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Their own team.
    pub fn personal_team(&self) -> TeamId {
        self.personal_team
    }

    /// Whether they may act at all.
    pub fn status(&self) -> UserStatus {
        self.status
    }

    /// What narrows them.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Their roles that hold everywhere, expired ones too.
    pub fn global(&self) -> &[GlobalGrant] {
        &self.global
    }

    /// Their roles in teams, sorted by team, expired ones too.
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// Their roles in `team`, expired ones too.
    pub fn memberships_in(&self, team: TeamId) -> &[Membership] {
        let start = self.memberships.partition_point(|membership| membership.team < team);
        let rest = &self.memberships[start..];
        let end = rest.iter().take_while(|membership| membership.team == team).count();
        &rest[..end]
    }
}
