//! What somebody has, and so at most may grant: nobody grants what he lacks.

use jiff::Timestamp;

use super::standing::Holds;
use super::{Permission, PermissionSet, Principal, Role};
use crate::core::model::{TeamId, UserStatus};

/// To whom something is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grantee {
    /// To somebody else.
    Other,
    /// To who grants it.
    Oneself,
    /// To who grants it, who says that they do so as an admin, for the audit to tell.
    OneselfAsAdmin,
}

/// What it takes, granted everywhere, to decide who is in any team, and as what.
const RUNS_TEAMS: PermissionSet = PermissionSet::of(&[Permission::TeamsMembers, Permission::RolesGrant]);

impl Principal {
    /// The most that this principal may grant to `grantee` in `team`, a shared one, at `now`: what they have there.
    ///
    /// Who decides everywhere on members and roles has the same say in a team as its owners, though using what it has is
    /// not theirs: they may grant others what an owner may. To themselves they grant no more than they have, unless they
    /// do it as an admin, who is logged in and says so.
    pub fn ceiling_in(&self, team: TeamId, grantee: Grantee, now: Timestamp) -> PermissionSet {
        let held = self.permissions_in(team, now);
        if !self.scope().reach().has_team(team) {
            return held;
        }
        let everywhere = self.let_through(self.granted_everywhere(now), now);
        let as_admin = match grantee {
            Grantee::Other => true,
            Grantee::Oneself => false,
            Grantee::OneselfAsAdmin => everywhere.contains(Permission::RowsReveal),
        };
        if as_admin && everywhere.includes(RUNS_TEAMS) {
            held.union(self.let_through(Role::Owner.permissions(), now))
        } else {
            held
        }
    }

    /// What this principal is allowed about `team` at `now`: the most that they may grant there.
    pub fn permissions_in(&self, team: TeamId, now: Timestamp) -> PermissionSet {
        if !self.scope().reach().has_team(team) {
            return PermissionSet::EMPTY;
        }
        let roles = self.memberships_in(team).iter();
        let unexpired = roles.filter(|role| Holds::before(role.until, now) != Holds::No);
        let member = unexpired.fold(PermissionSet::EMPTY, |held, role| {
            // Who is in a team sees it, whatever the role, also while it is suspended.
            let held = held.union(PermissionSet::one(Permission::TeamsRead));
            if role.status.serves(now) { held.union(role.permissions) } else { held }
        });
        self.let_through(member.union(self.granted_everywhere(now)), now)
    }

    /// What this principal is allowed about the installation at `now`: the most that they may grant everywhere.
    pub fn permissions_everywhere(&self, now: Timestamp) -> PermissionSet {
        match self.scope().reach() {
            super::Reach::All => self.let_through(self.granted_everywhere(now), now),
            _ => PermissionSet::EMPTY,
        }
    }

    fn granted_everywhere(&self, now: Timestamp) -> PermissionSet {
        let unexpired = self.global().iter().filter(|grant| Holds::before(grant.until, now) != Holds::No);
        unexpired.fold(PermissionSet::EMPTY, |held, grant| held.union(grant.permissions))
    }

    /// What is left of `held` by what narrows the principal.
    fn let_through(&self, held: PermissionSet, now: Timestamp) -> PermissionSet {
        let scope = self.scope();
        let lives = Holds::before(scope.until(), now) != Holds::No;
        if self.status() == UserStatus::Active && lives && scope.has_server(None) {
            held.intersection(scope.permissions())
        } else {
            PermissionSet::EMPTY
        }
    }
}
