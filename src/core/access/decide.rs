//! The one decision.

use jiff::Timestamp;

use super::standing::Holds;
use super::{Action, Need, Permission, Permissions, Principal, Purpose, Role, Row, Target};
use crate::core::model::{TeamId, TeamStatus, UserStatus, Visibility};

/// Whether somebody may do something, and how long that is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether.
    pub outcome: Outcome,
    /// When an "allowed" turns into a "denied" if nobody changes anything; `None`: never, as a "denied" never turns.
    pub until: Option<Timestamp>,
}

/// Whether somebody may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// They may.
    Allowed,
    /// They may not.
    Denied(Reason),
}

/// Why somebody may not do something: the first rule that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nobody has approved the user yet.
    UserPending,
    /// The user is disabled.
    UserDisabled,
    /// The token has expired.
    ScopeExpired,
    /// The teams that the token was for are gone.
    ScopeEmpty,
    /// The token doesn't carry this permission.
    ScopeLacks(Permission),
    /// The token isn't for this server.
    ServerOutsideScope,
    /// The token isn't for this team, or for what is the user's own.
    TeamOutsideScope,
    /// Who may see it is written in a way that this binary doesn't know.
    UnknownVisibility,
    /// It is private to somebody else.
    Private,
    /// It is for a team that the user is not in.
    NotMember,
    /// The user's role in the team has expired.
    MembershipExpired,
    /// The team is suspended, or its trial has ended.
    TeamSuspended,
    /// The user's roles there don't allow it.
    Lacks(Permission),
    /// The server is disabled.
    Disabled,
    /// The one tool, prompt or resource is disabled.
    ItemDisabled,
}

impl Decision {
    /// Whether it is "allowed".
    pub fn is_allowed(self) -> bool {
        self.outcome == Outcome::Allowed
    }
}

/// Whether `principal` may do `action` to `target` at `now`. Whatever is unknown is denied.
pub fn decide(principal: &Principal, action: Action, target: &Target, now: Timestamp) -> Decision {
    match weigh(principal, action, target, now) {
        Ok(holds) => Decision { outcome: Outcome::Allowed, until: holds.until() },
        Err(reason) => Decision { outcome: Outcome::Denied(reason), until: None },
    }
}

fn weigh(principal: &Principal, action: Action, target: &Target, now: Timestamp) -> Result<Holds, Reason> {
    match principal.status() {
        UserStatus::Active => {}
        UserStatus::Pending => return Err(Reason::UserPending),
        UserStatus::Disabled => return Err(Reason::UserDisabled),
    }
    let scope = principal.scope();
    let lives = Holds::before(scope.until(), now);
    if lives == Holds::No {
        return Err(Reason::ScopeExpired);
    }
    let Need::These { permissions, purpose, own } = action.need() else { return Ok(lives) };
    if let Some(lacking) = permissions.iter().find(|&needed| !scope.permissions().contains(needed)) {
        return Err(Reason::ScopeLacks(lacking));
    }
    if !scope.reach().is_something() {
        return Err(Reason::ScopeEmpty);
    }
    let server = if let Target::Row(row) = target { row.server } else { None };
    if !scope.has_server(server) {
        return Err(Reason::ServerOutsideScope);
    }
    let asked = Asked { principal, permissions, purpose, now };
    let held = match *target {
        Target::Row(_) if purpose == Purpose::Reveal => asked.platform(),
        Target::Row(ref row) => asked.row(row),
        Target::Team { team, status, discoverable } => asked.team(team, status, discoverable),
        Target::User(user) if own && user == principal.user() => {
            asked.in_scope(principal.personal_team()).map(|()| Holds::On)
        }
        Target::User(_) | Target::Platform => asked.platform(),
    }?;
    Ok(held.min(lives))
}

/// What is asked, once it is known that the scope carries the permissions.
struct Asked<'a> {
    principal: &'a Principal,
    permissions: Permissions,
    purpose: Purpose,
    now: Timestamp,
}

impl Asked<'_> {
    /// An item is narrower than its server, never wider: who may not have the server has nothing of it.
    fn row(&self, row: &Row) -> Result<Holds, Reason> {
        let [server, item] = row.visibilities().ok_or(Reason::UnknownVisibility)?;
        let mut held = self.visible(row, server)?;
        if item != server {
            held = held.min(self.visible(row, item)?);
        }
        match self.purpose {
            Purpose::Use if !row.enabled => Err(Reason::Disabled),
            Purpose::Use if !row.narrowing.enabled => Err(Reason::ItemDisabled),
            _ => Ok(held),
        }
    }

    fn visible(&self, row: &Row, visibility: Visibility) -> Result<Holds, Reason> {
        let team = row.belonging.team;
        match visibility {
            Visibility::Private if row.belonging.owner != self.principal.user() => {
                return Err(Reason::Private);
            }
            Visibility::Private => self.in_scope(self.principal.personal_team())?,
            Visibility::Team => self.in_scope(team)?,
            Visibility::Public => {}
        }
        let public = visibility == Visibility::Public;
        // What is public is for everybody, as for a member. A scope without its team leaves it at that.
        let as_member = !public || self.principal.scope().reach().has_team(team);
        let granted = |permission, served: Holds| {
            let member = if as_member { self.membership(team, permission) } else { Holds::No };
            let all = Holds::if_so(public && Role::Member.permissions().contains(permission));
            let global = if visibility == Visibility::Private { Holds::No } else { self.global(permission) };
            served.min(member.max(all)).max(global)
        };
        let served = Holds::served(row.team_status, self.now);
        self.all(|permission| granted(permission, served)).map_err(|lacking| {
            let suspended = served == Holds::No && granted(lacking, Holds::On) != Holds::No;
            if suspended { Reason::TeamSuspended } else { self.lacking(team, lacking, public) }
        })
    }

    /// About the team itself. Who is in it sees it, also while it is suspended.
    fn team(&self, team: TeamId, status: TeamStatus, discoverable: bool) -> Result<Holds, Reason> {
        self.in_scope(team)?;
        let served = Holds::served(status, self.now);
        let granted = |permission| {
            let member = match permission {
                Permission::TeamsRead => self.belongs(team),
                _ => served.min(self.membership(team, permission)),
            };
            let found = Holds::if_so(discoverable && permission == Permission::TeamsJoin).min(served);
            member.max(found).max(self.global(permission))
        };
        self.all(granted).map_err(|lacking| {
            let suspended = served == Holds::No && self.membership(team, lacking) != Holds::No;
            if suspended { Reason::TeamSuspended } else { self.lacking(team, lacking, false) }
        })
    }

    /// About what belongs to no team: granted everywhere or not at all.
    fn platform(&self) -> Result<Holds, Reason> {
        match self.principal.scope().reach() {
            super::Reach::All => self.all(|permission| self.global(permission)).map_err(Reason::Lacks),
            _ => Err(Reason::TeamOutsideScope),
        }
    }

    /// As long as the shortest of what is needed; or the first of it that is not granted.
    fn all(&self, granted: impl Fn(Permission) -> Holds) -> Result<Holds, Permission> {
        self.permissions.iter().try_fold(Holds::On, |held, permission| match granted(permission) {
            Holds::No => Err(permission),
            holds => Ok(held.min(holds)),
        })
    }

    fn in_scope(&self, team: TeamId) -> Result<(), Reason> {
        if self.principal.scope().reach().has_team(team) { Ok(()) } else { Err(Reason::TeamOutsideScope) }
    }

    /// As long as the longest role in `team` that allows it.
    fn membership(&self, team: TeamId, permission: Permission) -> Holds {
        let roles = self.principal.memberships_in(team).iter();
        let allowing = roles.filter(|role| role.permissions.contains(permission));
        allowing
            .map(|role| Holds::before(role.until, self.now).min(Holds::served(role.status, self.now)))
            .max()
            .unwrap_or(Holds::No)
    }

    /// As long as there is any role in `team`.
    fn belongs(&self, team: TeamId) -> Holds {
        let roles = self.principal.memberships_in(team).iter();
        roles.map(|role| Holds::before(role.until, self.now)).max().unwrap_or(Holds::No)
    }

    /// As long as it is granted everywhere, where that counts: never to use something.
    fn global(&self, permission: Permission) -> Holds {
        if self.purpose == Purpose::Use {
            return Holds::No;
        }
        let grants = self.principal.global().iter();
        let allowing = grants.filter(|grant| grant.permissions.contains(permission));
        allowing.map(|grant| Holds::before(grant.until, self.now)).max().unwrap_or(Holds::No)
    }

    /// Why `permission` is lacking in `team`, which is served.
    #[cold]
    fn lacking(&self, team: TeamId, permission: Permission, public: bool) -> Reason {
        let roles = self.principal.memberships_in(team);
        let of_use = roles.iter().filter(|role| role.permissions.contains(permission));
        let unexpired = |role: &super::Membership| Holds::before(role.until, self.now) != Holds::No;
        if of_use.clone().any(unexpired) {
            Reason::TeamSuspended
        } else if of_use.count() > 0 {
            Reason::MembershipExpired
        } else if roles.is_empty() && !public {
            Reason::NotMember
        } else {
            Reason::Lacks(permission)
        }
    }
}
