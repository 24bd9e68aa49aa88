//! A role gets other permissions: whoever has it gains or loses them, so that it is a grant to each of them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Transaction, params};

use super::guard::Guard;
use super::server::id;
use super::{Attempt, Store, StoreError, global_grant, role};
use crate::core::access::{Grantee, Permission, PermissionSet, Principal, may_grant};
use crate::core::model::{Act, CustomRole, Team, TeamId, UserId};

/// What is to be different about a role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleChange {
    /// What it allows from now on.
    pub allow: Vec<Permission>,
    /// What it allows no more.
    pub deny: Vec<Permission>,
}

impl Store {
    /// Applies `change` to the role as it is at this moment, and returns it as it is now.
    pub async fn change_role(
        &self,
        act: Act,
        attempt: Attempt,
        team: Option<Team>,
        role: CustomRole,
        change: RoleChange,
    ) -> Result<CustomRole, StoreError> {
        let now = act.at;
        self.attempt(act, attempt, move |transaction, attempt| {
            let principal = attempt.still_allowed(transaction, &role::target(team.as_ref()), now)?;
            let found = role::all(transaction)?.into_iter().find(|found| found.id == role.id);
            let before = found.ok_or_else(|| Guard::NoRole(role.name.clone()))?;
            let mut names: BTreeSet<_> = before.permissions.iter().cloned().collect();
            names.extend(change.allow.iter().map(|permission| permission.name().to_owned()));
            for permission in &change.deny {
                names.remove(permission.name());
            }
            if names.is_empty() {
                return Err(Guard::EmptyRole(before.name).into());
            }
            let role = CustomRole { permissions: names.into_iter().collect(), ..before.clone() };
            let mut was: Vec<_> = before.permissions.clone();
            was.sort();
            was.dedup();
            if role.permissions == was {
                return Ok((before, None));
            }
            let added: PermissionSet =
                change.allow.iter().filter(|new| !was.iter().any(|old| old == new.name())).copied().collect();
            require_ceiling(transaction, &principal, &role, added, now)?;
            let sql = "UPDATE role SET permissions = ?2, updated_at = ?3 WHERE id = ?1";
            let text = role::text(&role.permissions)?;
            transaction.execute(sql, params![role.id, text, now.as_millisecond()])?;
            let deed = role::deed(&role, team.as_ref()).with("permissions_before", was);
            let deed = deed.with("permissions", role.permissions.clone());
            Ok((role, Some(deed)))
        })
        .await
    }
}

/// Refuses where somebody who has the role would be granted what `principal` may not grant them.
fn require_ceiling(
    transaction: &Transaction<'_>,
    principal: &Principal,
    role: &CustomRole,
    added: PermissionSet,
    now: Timestamp,
) -> Result<(), StoreError> {
    // Whoever has the role has it for longer than what ends by itself.
    let principal = &principal.lasting(None);
    let of = role.team.map(|team| team.to_string());
    // Whoever accepts an invitation has it, too: who wrote that gave what the role was then.
    let sql = "SELECT team_id, user_id FROM membership WHERE role = ?1 AND (?2 IS NULL OR team_id = ?2)
               UNION ALL SELECT team_id, NULL FROM invitation WHERE role = ?1 AND (?2 IS NULL OR team_id = ?2)
               AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?3";
    let mut statement = transaction.prepare_cached(sql)?;
    let mut rows = statement.query(params![role.name.as_str(), of, now.as_millisecond()])?;
    while let Some(row) = rows.next()? {
        let team = id(row, 0, TeamId::parse)?;
        let user: Option<String> = row.get(1)?;
        let is_oneself = user.is_some_and(|user| UserId::parse(&user) == Some(principal.user()));
        let grantee = if is_oneself { Grantee::Oneself } else { Grantee::Other };
        let ceiling = principal.ceiling_in(team, grantee, now);
        if !may_grant(ceiling, added) {
            let missing = added.without(ceiling).iter().next();
            let lacking = missing.map_or("something", |permission| permission.name());
            return Err(Guard::Lacks { role: role.name.clone(), lacking, as_admin: false }.into());
        }
    }
    let sql = "SELECT 1 FROM global_grant WHERE role = ?1";
    let global = role.team.is_none() && transaction.prepare_cached(sql)?.exists([role.name.as_str()])?;
    if global { global_grant::require_within(principal, &role.name, added, now) } else { Ok(()) }
}
