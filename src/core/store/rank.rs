//! What members may grant each other, and take from each other.

use jiff::Timestamp;
use rusqlite::Transaction;

use super::StoreError;
use super::guard::Guard;
use super::principal::permissions;
use crate::core::access::{Grantee, PermissionSet, Principal, Role, may_grant};
use crate::core::model::{Deed, Member, RoleName, Team, TeamId};

/// Whether somebody grants what they have themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beyond(bool);

impl Beyond {
    /// The audit tells that an admin granted more than they have, and why they granted it to themselves.
    pub(super) fn told(self, deed: Deed, reason: Option<&str>) -> Deed {
        let deed = if self.0 { deed.with("as_admin", true) } else { deed };
        match reason {
            Some(reason) if self.0 => deed.with("reason", reason),
            _ => deed,
        }
    }
}

/// Refuses where `principal` would grant what they may not grant in the team, or what no role is.
pub(super) fn require_ceiling(
    transaction: &Transaction<'_>,
    principal: &Principal,
    team: &Team,
    (role, until, grantee): (&RoleName, Option<Timestamp>, Grantee),
    now: Timestamp,
) -> Result<Beyond, StoreError> {
    let granted = granted_by(transaction, team.id, role)?.ok_or_else(|| Guard::NoRole(role.clone()))?;
    let lasting = principal.lasting(until);
    let held = lasting.permissions_in(team.id, now);
    let ceiling = lasting.ceiling_in(team.id, grantee, now);
    if may_grant(ceiling, granted) {
        return Ok(Beyond(!may_grant(held, granted)));
    }
    if may_grant(principal.ceiling_in(team.id, grantee, now), granted) {
        return Err(Guard::Outlasts(role.clone()).into());
    }
    let lacking = granted.without(ceiling).iter().next().map_or("something", |permission| permission.name());
    let could = may_grant(lasting.ceiling_in(team.id, Grantee::OneselfAsAdmin, now), granted);
    let as_admin = grantee == Grantee::Oneself && could;
    Err(Guard::Lacks { role: role.clone(), lacking, as_admin }.into())
}

/// Refuses where `principal` would take from somebody else what they could not have given: whatever a member doesn't have.
pub(super) fn require_rank(
    transaction: &Transaction<'_>,
    principal: &Principal,
    team: &Team,
    member: &Member,
    now: Timestamp,
) -> Result<(), StoreError> {
    let held = granted_by(transaction, team.id, &member.role)?.unwrap_or(PermissionSet::EMPTY);
    let beyond = held.without(Role::Member.permissions());
    let ceiling = principal.ceiling_in(team.id, Grantee::Other, now);
    if member.user == principal.user() || may_grant(ceiling, beyond) {
        return Ok(());
    }
    let who = member.email.as_ref().map_or_else(|| member.user.to_string(), ToString::to_string);
    Err(Guard::Outranked { who, team: team.slug.clone() }.into())
}

fn granted_by(
    transaction: &Transaction<'_>,
    team: TeamId,
    role: &RoleName,
) -> Result<Option<PermissionSet>, StoreError> {
    let known = if let Some(own) = Role::parse(role.as_str()) {
        Role::OF_A_TEAM.contains(&own)
    } else {
        let sql = "SELECT 1 FROM role WHERE name = ?1 AND (team_id = ?2 OR team_id IS NULL)";
        transaction.prepare_cached(sql)?.exists([role.as_str(), &team.to_string()])?
    };
    if !known {
        return Ok(None);
    }
    permissions(transaction, &Role::OF_A_TEAM, Some(team), role.as_str()).map(Some)
}
