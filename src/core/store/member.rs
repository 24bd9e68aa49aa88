//! The table `membership`: who is in which team, and as what.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::guard::Guard;
use super::principal::time;
use super::rank::{require_ceiling, require_rank};
use super::server::{broken, id, timestamp};
use super::{Attempt, Store, StoreError, team, tenancy};
use crate::core::access::{Action, Grantee, Operation, Principal, Role, Target, decide};
use crate::core::model::{
    Act, Deed, Email, Limit, Member, Plans, RoleName, Team, TeamId, TeamSlug, UserId, UserStatus,
};

/// How many there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Teams that one user is in, beside their own.
    pub teams: u32,
    /// Members of one team.
    pub members: u32,
}

/// Who is to be in a team, and as what.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Their address.
    pub email: Email,
    /// As what.
    pub role: RoleName,
    /// From then on not any more.
    pub until: Option<Timestamp>,
    /// Why somebody grants it to themselves, as an admin.
    pub as_admin: Option<String>,
}

impl NewMember {
    fn grantee(&self, user: UserId, principal: &Principal) -> Grantee {
        match (user == principal.user(), &self.as_admin) {
            (false, _) => Grantee::Other,
            (true, None) => Grantee::Oneself,
            (true, Some(_)) => Grantee::OneselfAsAdmin,
        }
    }
}

/// How somebody stands in a team.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// How many members the team has.
    pub members: u32,
    /// The role of who asks, if they are in it.
    pub role: Option<RoleName>,
}

/// A role in a team, as it is written.
pub(super) struct Grant<'a> {
    pub(super) role: &'a str,
    pub(super) until: Option<Timestamp>,
    pub(super) source: &'static str,
}

impl Store {
    /// How `user` stands in every team at `now`.
    pub async fn standings(
        &self,
        user: UserId,
        now: Timestamp,
    ) -> Result<BTreeMap<TeamId, Standing>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT team_id, count(*), max(CASE WHEN user_id = ?1 THEN role END) FROM membership
                       WHERE expires_at IS NULL OR expires_at > ?2 GROUP BY team_id";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map(params![user.to_string(), now.as_millisecond()], |row| {
                let role = row.get_ref(2)?.as_str_or_null()?.map(RoleName::parse).transpose();
                let role = role.map_err(|error| broken(2, error))?;
                Ok((id(row, 0, TeamId::parse)?, Standing { members: row.get(1)?, role }))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Who is in `team` at `now`, by role and address. Whose role has expired is not.
    pub async fn members(&self, team: TeamId, now: Timestamp) -> Result<Vec<Member>, StoreError> {
        self.read(move |connection| {
            let sql = format!(
                "{SELECT} WHERE team_id = ?1 AND (expires_at IS NULL OR expires_at > ?2)
                 ORDER BY role <> 'owner', email IS NOT NULL, email, user_id"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement.query_map(params![team.to_string(), now.as_millisecond()], read)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Puts somebody into a team.
    pub async fn add_member(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        new: NewMember,
        limits: Limits,
    ) -> Result<Member, StoreError> {
        let (team, now, plans) = (team.clone(), act.at, self.plans());
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = shared(transaction, &team, "joined by anybody else")?;
            let principal = attempt.still_allowed_in(transaction, &team, now)?;
            let found = user(transaction, &new.email);
            let grantee = found.as_ref().map_or(Grantee::Other, |(user, _)| new.grantee(*user, &principal));
            let granted = (&new.role, new.until, grantee);
            let beyond = require_ceiling(transaction, &principal, &team, granted, now)?;
            let (user, status) = found?;
            if status == UserStatus::Disabled {
                let show = Action::Operation(Operation::UserShow);
                let known = decide(&principal, show, &Target::User(user), now).is_allowed();
                // How somebody's account is, is not for everybody who has a team.
                let email = new.email;
                return Err(if known { Guard::DisabledUser(email) } else { Guard::NoUser(email) }.into());
            }
            let grant = Grant { role: new.role.as_str(), until: new.until, source: "manual" };
            let (member, deed) =
                enter(transaction, &team, (user, &new.email), &grant, (limits, &plans), now)?;
            Ok((member, Some(beyond.told(deed, new.as_admin.as_deref()))))
        })
        .await
    }

    /// Gives a member another role, or another end of it. Returns them as they were and as they are.
    pub async fn change_member(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        new: NewMember,
    ) -> Result<(Member, Member), StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = shared(transaction, &team, "shared out")?;
            let principal = attempt.still_allowed_in(transaction, &team, now)?;
            let (user, _) = user(transaction, &new.email)?;
            let absent = || no_member(&team, &new.email);
            let before = find(transaction, team.id, user, now)?.ok_or_else(absent)?;
            if before.role == new.role && before.expires_at == new.until {
                return Ok(((before.clone(), before), None));
            }
            let grantee = new.grantee(user, &principal);
            require_rank(transaction, &principal, &team, &before, now)?;
            let granted = (&new.role, new.until, grantee);
            let beyond = require_ceiling(transaction, &principal, &team, granted, now)?;
            let sql = "UPDATE membership SET role = ?3, expires_at = ?4 WHERE team_id = ?1 AND user_id = ?2";
            let until = new.until.map(Timestamp::as_millisecond);
            transaction
                .execute(sql, params![team.id.to_string(), user.to_string(), new.role.as_str(), until])?;
            require_owner_after(transaction, &team, &before)?;
            let grant = Grant { role: new.role.as_str(), until: new.until, source: "manual" };
            let deed = deed(&team, user, &new.email, &grant).with("role_before", before.role.as_str());
            let after = find(transaction, team.id, user, now)?.ok_or_else(absent)?;
            Ok(((before, after), Some(beyond.told(deed, new.as_admin.as_deref()))))
        })
        .await
    }

    /// Takes somebody out of a team, and returns them as they were.
    pub async fn remove_member(
        &self,
        act: Act,
        attempt: Attempt,
        team: &Team,
        email: Email,
    ) -> Result<Member, StoreError> {
        let (team, now) = (team.clone(), act.at);
        self.attempt(act, attempt, move |transaction, attempt| {
            let team = shared(transaction, &team, "left")?;
            let principal = attempt.still_allowed_in(transaction, &team, now)?;
            let (user, _) = user(transaction, &email)?;
            let before = find(transaction, team.id, user, now)?.ok_or_else(|| no_member(&team, &email))?;
            require_rank(transaction, &principal, &team, &before, now)?;
            let sql = "DELETE FROM membership WHERE team_id = ?1 AND user_id = ?2";
            transaction.execute(sql, [team.id.to_string(), user.to_string()])?;
            require_owner_after(transaction, &team, &before)?;
            let grant = Grant { role: before.role.as_str(), until: before.expires_at, source: "manual" };
            let deed = deed(&team, user, &email, &grant);
            Ok((before, Some(deed)))
        })
        .await
    }
}

/// Puts somebody into a team who is not in it, where there is room.
pub(super) fn enter(
    transaction: &Transaction<'_>,
    team: &Team,
    (user, email): (UserId, &Email),
    grant: &Grant<'_>,
    (limits, plans): (Limits, &Plans),
    now: Timestamp,
) -> Result<(Member, Deed), StoreError> {
    require_absent(transaction, team, user, email, now)?;
    let own = tenancy::quota_of(plans, team)?.get(Limit::Members);
    let limits = Limits { members: own.map_or(limits.members, |own| own.min(limits.members)), ..limits };
    require_room(transaction, team, user, email.as_str(), limits, now)?;
    write(transaction, team.id, user, grant, now)?;
    let member = find(transaction, team.id, user, now)?.ok_or_else(|| no_member(team, email))?;
    Ok((member, deed(team, user, email, grant)))
}

/// Refuses where `user` is in the team.
pub(super) fn require_absent(
    connection: &Connection,
    team: &Team,
    user: UserId,
    email: &Email,
    now: Timestamp,
) -> Result<(), StoreError> {
    match find(connection, team.id, user, now)? {
        None => Ok(()),
        Some(there) => {
            Err(Guard::Member { team: team.slug.clone(), who: email.clone(), role: there.role }.into())
        }
    }
}

/// Writes a membership over one that has expired.
pub(super) fn write(
    transaction: &Transaction<'_>,
    team: TeamId,
    user: UserId,
    grant: &Grant<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT OR REPLACE INTO membership (team_id, user_id, role, expires_at, source, created_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let until = grant.until.map(Timestamp::as_millisecond);
    let (team, user) = (team.to_string(), user.to_string());
    transaction.execute(sql, params![team, user, grant.role, until, grant.source, now.as_millisecond()])?;
    Ok(())
}

/// Refuses where `user` would be in more teams than may be, or `team` would have more members.
fn require_room(
    transaction: &Transaction<'_>,
    team: &Team,
    user: UserId,
    who: &str,
    limits: Limits,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql =
        "SELECT count(*) FROM membership WHERE team_id = ?1 AND (expires_at IS NULL OR expires_at > ?2)";
    let members: u32 =
        transaction.query_row(sql, params![team.id.to_string(), now.as_millisecond()], |row| row.get(0))?;
    if members >= limits.members {
        return Err(Guard::Full { team: team.slug.clone(), most: limits.members }.into());
    }
    require_room_for_team(transaction, user, &format!("{who} is"), limits.teams, now)
}

/// Refuses where `user` would be in more than `most` teams, not counting their own.
pub(super) fn require_room_for_team(
    transaction: &Transaction<'_>,
    user: UserId,
    who_is: &str,
    most: u32,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "SELECT count(*) FROM membership JOIN team ON team.id = team_id
               WHERE user_id = ?1 AND personal_of IS NULL AND (expires_at IS NULL OR expires_at > ?2)";
    let teams: u32 =
        transaction.query_row(sql, params![user.to_string(), now.as_millisecond()], |row| row.get(0))?;
    if teams < most { Ok(()) } else { Err(Guard::TooManyTeams { who_is: who_is.to_owned(), most }.into()) }
}

/// Refuses where the change of `before` has left the team without an active owner whose role never ends.
fn require_owner_after(
    transaction: &Transaction<'_>,
    team: &Team,
    before: &Member,
) -> Result<(), StoreError> {
    if before.role.as_str() != Role::Owner.name() {
        return Ok(());
    }
    require_owners(transaction, vec![(team.id, team.slug.clone())])
}

/// The shared teams that `user`, who may act, owns for good.
pub(super) fn owned_by(
    transaction: &Transaction<'_>,
    user: UserId,
) -> Result<Vec<(TeamId, TeamSlug)>, StoreError> {
    let sql =
        "SELECT team.id, slug FROM membership JOIN team ON team.id = team_id JOIN user ON user.id = user_id
               WHERE user_id = ?1 AND personal_of IS NULL AND role = 'owner' AND expires_at IS NULL
               AND user.status = 'active' AND user.service_of IS NULL";
    let mut statement = transaction.prepare_cached(sql)?;
    let rows = statement.query_map([user.to_string()], |row| {
        let slug = TeamSlug::parse(row.get_ref(1)?.as_str()?).map_err(|error| broken(1, error))?;
        Ok((id(row, 0, TeamId::parse)?, slug))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Refuses where one of `teams` is left without an active owner whose role never ends.
pub(super) fn require_owners(
    transaction: &Transaction<'_>,
    teams: Vec<(TeamId, TeamSlug)>,
) -> Result<(), StoreError> {
    let sql = "SELECT 1 FROM membership JOIN user ON user.id = user_id
               WHERE team_id = ?1 AND role = 'owner' AND expires_at IS NULL AND status = 'active'
               AND service_of IS NULL";
    let mut statement = transaction.prepare_cached(sql)?;
    for (team, slug) in teams {
        if !statement.exists([team.to_string()])? {
            return Err(Guard::LastOwner(slug).into());
        }
    }
    Ok(())
}

/// The team as it is at this moment; a personal one can't be what `refused` says.
pub(super) fn shared(
    transaction: &Transaction<'_>,
    team: &Team,
    refused: &'static str,
) -> Result<Team, StoreError> {
    let team = team::present(transaction, team)?;
    if team.personal_of.is_some() {
        return Err(Guard::Personal(team.slug, refused).into());
    }
    Ok(team)
}

pub(super) fn user(connection: &Connection, email: &Email) -> Result<(UserId, UserStatus), StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, status FROM user WHERE email = ?1")?;
    let found = statement.query_row([email.as_str()], |row| {
        let status =
            UserStatus::parse(row.get_ref(1)?.as_str()?).ok_or_else(|| broken(1, std::fmt::Error))?;
        Ok((id(row, 0, UserId::parse)?, status))
    });
    found.optional()?.ok_or_else(|| Guard::NoUser(email.clone()).into())
}

const SELECT: &str = "SELECT user_id, email, full_name, status, role, expires_at, membership.created_at
                      FROM membership JOIN user ON user.id = user_id";

fn find(
    connection: &Connection,
    team: TeamId,
    user: UserId,
    now: Timestamp,
) -> Result<Option<Member>, StoreError> {
    let sql =
        format!("{SELECT} WHERE team_id = ?1 AND user_id = ?2 AND (expires_at IS NULL OR expires_at > ?3)");
    let key = params![team.to_string(), user.to_string(), now.as_millisecond()];
    Ok(connection.prepare_cached(&sql)?.query_row(key, read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Member> {
    let email = row.get_ref(1)?.as_str_or_null()?.map(Email::parse).transpose();
    Ok(Member {
        user: id(row, 0, UserId::parse)?,
        email: email.map_err(|error| broken(1, error))?,
        full_name: row.get(2)?,
        status: UserStatus::parse(row.get_ref(3)?.as_str()?).ok_or_else(|| broken(3, std::fmt::Error))?,
        role: RoleName::parse(row.get_ref(4)?.as_str()?).map_err(|error| broken(4, error))?,
        expires_at: time(row, 5)?,
        created_at: timestamp(row, 6)?,
    })
}

fn no_member(team: &Team, who: &Email) -> StoreError {
    Guard::NoMember { team: team.slug.clone(), who: who.clone() }.into()
}

fn deed(team: &Team, user: UserId, email: &Email, grant: &Grant<'_>) -> Deed {
    let deed = team::deed(team).with("user", user.to_string()).with("email", email.as_str());
    let deed = deed.with("role", grant.role);
    match grant.until {
        Some(until) => deed.with("expires_at", until.to_string()),
        None => deed,
    }
}
