//! The table `user`: making, changing and deleting people.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, Transaction, params};

use super::credential::{self, NewPassword};
use super::people::{SELECT_USER, read_user};
use super::{Store, StoreError, attribute, deed, global_grant, member, mode, tenancy, user_quota};
use crate::core::access::Principal;
use crate::core::model::{
    Account, Act, AttributeName, AuthMode, CallLimit, Email, RoleName, User, UserId, UserStatus,
};

/// Somebody who is to be made, with their personal team.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The user. They have an email.
    pub user: User,
    /// A role of theirs that holds everywhere.
    pub role: Option<RoleName>,
    /// What they log in with.
    pub password: Option<NewPassword>,
}

/// What is to be different about a user; `None`: nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserChange {
    /// What they log in with.
    pub email: Option<Email>,
    /// Their name.
    pub full_name: Option<String>,
    /// Whether they may act.
    pub status: Option<UserStatus>,
    /// Their only role that holds everywhere, or none any more.
    pub role: Option<Option<RoleName>>,
    /// What is noted about them; without a value: not any more.
    pub attributes: BTreeMap<AttributeName, Option<String>>,
    /// How many calls they may make; what says nothing: as many as they like, as far as this goes.
    pub limits: Vec<(CallLimit, Option<u32>)>,
}

impl Store {
    /// All users, oldest first.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!("{SELECT_USER} ORDER BY id"))?;
            let users = statement.query_map([], read_user)?.collect::<Result<Vec<_>, _>>()?;
            users.into_iter().map(|user| account(connection, user)).collect()
        })
        .await
    }

    /// The users that are services of teams.
    pub async fn services(&self) -> Result<Vec<User>, StoreError> {
        self.read(|connection| {
            let sql = format!("{SELECT_USER} WHERE service_of IS NOT NULL");
            let mut statement = connection.prepare_cached(&sql)?;
            Ok(statement.query_map([], read_user)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The user of that id.
    pub async fn account(&self, id: UserId) -> Result<Option<Account>, StoreError> {
        self.read(move |connection| find(connection, id)).await
    }

    /// The user with that email.
    pub async fn account_of(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        let email = email.clone();
        self.read(move |connection| find_by_email(connection, &email)).await
    }

    /// Makes a user and their personal team. `true`: from now on everybody has to log in.
    pub async fn create_user(&self, act: Act, new: NewUser, dry_run: bool) -> Result<bool, StoreError> {
        let then = self.principal_then();
        self.rehearsable(act, dry_run, move |transaction| {
            let user = &new.user;
            insert(transaction, user)?;
            if let Some(role) = &new.role {
                grant(transaction, then.as_deref(), user.id, role, user.created_at)?;
            }
            if let Some(password) = &new.password {
                credential::write(transaction, user.id, password, user.created_at)?;
            }
            let deed = deed::of_user(user)
                .with("status", user.status.name())
                .with("role", new.role.as_ref().map(RoleName::as_str));
            let deed = match user.service_of {
                Some(team) => deed.with("service_of", team.to_string()),
                None => deed,
            };
            Ok((mode::settle(transaction)?, Some(deed)))
        })
        .await
    }

    /// Whether nobody has used this store: it has its owner, and nothing else.
    pub async fn is_unused(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            let local = mode::auth_mode(connection)? == AuthMode::Local;
            Ok(local && unused_owner(connection)?.is_some())
        })
        .await
    }

    /// In a store that nobody has used, makes `new` of its local owner, and requires everybody to log in. `false`, and nothing
    /// is changed: it was used.
    pub async fn take_over(&self, act: Act, new: NewUser, dry_run: bool) -> Result<bool, StoreError> {
        self.rehearsable(act, dry_run, move |transaction| {
            let refused = Ok((false, None));
            let Some(password) = new.password else { return refused };
            if mode::auth_mode(transaction)? == AuthMode::Required {
                return refused;
            }
            let owner = unused_owner(transaction)?;
            let Some(owner) = owner else { return refused };
            let now = new.user.updated_at;
            let change = UserChange {
                email: new.user.email,
                full_name: Some(new.user.full_name),
                ..UserChange::default()
            };
            update(transaction, owner, &change, now)?;
            credential::write(transaction, owner, &password, now)?;
            mode::require(transaction)?;
            Ok((true, Some(deed::of_user(&require(transaction, owner)?.user).with("took_over", true))))
        })
        .await
    }

    /// Changes a user, and returns them as they are then. The last admin stays one. `true`: from now on everybody has to log in.
    pub async fn change_user(
        &self,
        act: Act,
        id: UserId,
        change: UserChange,
        dry_run: bool,
    ) -> Result<(Account, bool), StoreError> {
        let (now, then) = (act.at, self.principal_then());
        self.rehearsable(act, dry_run, move |transaction| {
            let before = require(transaction, id)?;
            let was_admin = mode::is_admin(transaction, id)?;
            let owned = member::owned_by(transaction, id)?;
            update(transaction, id, &change, now)?;
            attribute::change(transaction, id, &change.attributes)?;
            user_quota::change(transaction, id, &change.limits)?;
            member::require_owners(transaction, owned)?;
            if let Some(role) = change.role {
                let sql = "DELETE FROM global_grant WHERE user_id = ?1 AND role IS NOT ?2";
                transaction.execute(sql, params![id.to_string(), role.as_ref().map(RoleName::as_str)])?;
                if let Some(role) = role {
                    grant(transaction, then.as_deref(), id, &role, now)?;
                }
            }
            if was_admin {
                mode::require_admin(transaction)?;
            }
            let after = require(transaction, id)?;
            let deed = deed::of_user_change(&before, &after);
            Ok(((after, mode::settle(transaction)?), deed))
        })
        .await
    }

    /// Deletes a user with what only they could see, which `heir` gets instead if there is one. What they put into teams stays
    /// there, in the name of `keeper`.
    pub async fn delete_user(
        &self,
        act: Act,
        id: UserId,
        heir: Option<UserId>,
        keeper: UserId,
        dry_run: bool,
    ) -> Result<Account, StoreError> {
        let plans = self.plans();
        self.rehearsable(act, dry_run, move |transaction| {
            let account = require(transaction, id)?;
            let was_admin = mode::is_admin(transaction, id)?;
            let owned = member::owned_by(transaction, id)?;
            if let Some(heir) = heir {
                let came = hand_over(transaction, id, heir)?;
                let team = require(transaction, heir)?.user.personal_team;
                tenancy::admit_all(transaction, &plans, team, came)?;
            }
            drop_private(transaction, id, keeper)?;
            transaction.execute("DELETE FROM user WHERE id = ?1", [id.to_string()])?;
            member::require_owners(transaction, owned)?;
            if was_admin {
                mode::require_admin(transaction)?;
            }
            let heir = heir.map(|heir| heir.to_string());
            let deed = deed::of_user(&account.user).with("transferred_to", heir);
            Ok((account, Some(deed)))
        })
        .await
    }
}

pub(super) fn find_by_email(connection: &Connection, email: &Email) -> Result<Option<Account>, StoreError> {
    let sql = format!("{SELECT_USER} WHERE email = ?1");
    let user = connection.prepare_cached(&sql)?.query_row([email.as_str()], read_user).optional()?;
    user.map(|user| account(connection, user)).transpose()
}

/// The user of that id, who has to be there.
pub(super) fn require(connection: &Connection, id: UserId) -> Result<Account, StoreError> {
    find(connection, id)?.ok_or_else(|| StoreError::NoUser(id.to_string()))
}

pub(super) fn find(connection: &Connection, id: UserId) -> Result<Option<Account>, StoreError> {
    let sql = format!("{SELECT_USER} WHERE id = ?1");
    let user = connection.prepare_cached(&sql)?.query_row([id.to_string()], read_user).optional()?;
    user.map(|user| account(connection, user)).transpose()
}

/// The owner of a store that nobody has used.
fn unused_owner(connection: &Connection) -> Result<Option<UserId>, StoreError> {
    let sql = "SELECT user.id FROM user JOIN meta ON meta.key = 'local_owner' AND meta.value = user.id
               WHERE user.email IS NULL AND 1 = (SELECT count(*) FROM user)
               AND NOT EXISTS (SELECT 1 FROM server) AND NOT EXISTS (SELECT 1 FROM secret)
               AND NOT EXISTS (SELECT 1 FROM credential)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([], |row| super::server::id(row, 0, UserId::parse)).optional()?)
}

fn account(connection: &Connection, user: User) -> Result<Account, StoreError> {
    let key = user.id.to_string();
    let sql = "SELECT role FROM global_grant WHERE user_id = ?1 ORDER BY role";
    let mut statement = connection.prepare_cached(sql)?;
    let role = |row: &Row<'_>| row.get(0);
    let global_roles = statement.query_map([&key], role)?.collect::<Result<_, _>>()?;
    let attributes = attribute::read(connection, &key)?;
    let limits = user_quota::read(connection, &key)?;
    Ok(Account { global_roles, attributes, limits, password: credential::read(connection, &key)?, user })
}

pub(super) fn insert(transaction: &Transaction<'_>, user: &User) -> Result<(), StoreError> {
    let (id, team) = (user.id.to_string(), user.personal_team.to_string());
    let (created, updated) = (user.created_at.as_millisecond(), user.updated_at.as_millisecond());
    let email = user.email.as_ref().map(Email::as_str);
    let service_of = user.service_of.map(|team| team.to_string());
    let inserted = transaction.execute(
        "INSERT INTO user (id, email, full_name, status, os_uid, personal_team, created_at, updated_at, service_of)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![id, email, user.full_name, user.status.name(), user.os_uid, team, created, updated, service_of],
    );
    inserted.map_err(|error| taken(error, user.email.as_ref()))?;
    transaction.execute(
        "INSERT INTO team (id, slug, name, personal_of, status, created_at, updated_at)
         VALUES (?1, ?2, 'Personal', ?3, 'active', ?4, ?5)",
        params![team, free_slug(transaction, user.email.as_ref())?, id, created, updated],
    )?;
    transaction.execute(
        "INSERT INTO membership (team_id, user_id, role, source, created_at) VALUES (?1, ?2, 'owner', 'manual', ?3)",
        params![team, id, created],
    )?;
    Ok(())
}

/// What commands call a personal team: after who they are, and free.
fn free_slug(transaction: &Transaction<'_>, email: Option<&Email>) -> Result<String, StoreError> {
    let local = email.and_then(|email| email.as_str().split('@').next()).unwrap_or_default();
    let plain: String =
        local.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let stem = format!("personal-{}", plain.trim_matches('-').chars().take(16).collect::<String>());
    let mut statement = transaction.prepare_cached("SELECT EXISTS (SELECT 1 FROM team WHERE slug = ?1)")?;
    let mut slug = stem.trim_end_matches('-').to_owned();
    let mut number = 1;
    while statement.query_row([&slug], |row| row.get(0))? {
        number += 1;
        slug = format!("{}-{number}", stem.trim_end_matches('-'));
    }
    Ok(slug)
}

/// Gives somebody a role that holds everywhere for good, on what `granter` has everywhere.
fn grant(
    transaction: &Transaction<'_>,
    granter: Option<&Principal>,
    user: UserId,
    role: &RoleName,
    now: Timestamp,
) -> Result<(), StoreError> {
    if let Some(granter) = granter {
        global_grant::require_ceiling(transaction, granter, role, now)?;
    }
    global_grant::write(transaction, user, role, None, now)
}

fn update(
    transaction: &Transaction<'_>,
    id: UserId,
    change: &UserChange,
    now: Timestamp,
) -> Result<(), StoreError> {
    let updated = transaction.execute(
        "UPDATE user SET email = coalesce(?2, email), full_name = coalesce(?3, full_name),
                         status = coalesce(?4, status), updated_at = ?5 WHERE id = ?1",
        params![
            id.to_string(),
            change.email.as_ref().map(Email::as_str),
            change.full_name,
            change.status.map(UserStatus::name),
            now.as_millisecond(),
        ],
    );
    match updated.map_err(|error| taken(error, change.email.as_ref()))? {
        0 => Err(StoreError::NoUser(id.to_string())),
        _ => Ok(()),
    }
}

/// Gives what only `from` could see to `heir`; returns how many servers came into the personal team of `heir`.
fn hand_over(transaction: &Transaction<'_>, from: UserId, heir: UserId) -> Result<usize, StoreError> {
    let keys = [from.to_string(), heir.to_string()];
    let moved = transaction.execute(
        "UPDATE server SET owner_id = ?2, team_id = (SELECT personal_team FROM user WHERE id = ?2)
         WHERE team_id = (SELECT personal_team FROM user WHERE id = ?1)",
        (&keys[0], &keys[1]),
    );
    let moved = moved.map_err(heir_has_same)?;
    // What stands in a team that the heir is not in would be seen by nobody.
    let private = "UPDATE server SET owner_id = ?2, team_id = CASE
                       WHEN EXISTS (SELECT 1 FROM membership WHERE membership.team_id = server.team_id AND user_id = ?2)
                       THEN team_id ELSE (SELECT personal_team FROM user WHERE id = ?2) END
                   WHERE owner_id = ?1 AND visibility NOT IN ('team', 'public')";
    transaction.execute(private, (&keys[0], &keys[1])).map_err(heir_has_same)?;
    let secrets = "UPDATE secret SET owner_id = ?2 WHERE owner_id = ?1";
    transaction.execute(secrets, (&keys[0], &keys[1])).map_err(heir_has_same)?;
    Ok(moved)
}

fn heir_has_same(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => StoreError::HeirHasSame,
        _ => error.into(),
    }
}

/// Removes what only `id` can see; the rest is in the name of `keeper` from now on.
fn drop_private(transaction: &Transaction<'_>, id: UserId, keeper: UserId) -> Result<(), StoreError> {
    let (user, keeper) = (id.to_string(), keeper.to_string());
    transaction.execute(
        "DELETE FROM server WHERE team_id = (SELECT personal_team FROM user WHERE id = ?1)
                               OR owner_id = ?1 AND visibility NOT IN ('team', 'public')",
        [&user],
    )?;
    transaction.execute("UPDATE server SET owner_id = ?2 WHERE owner_id = ?1", [&user, &keeper])?;
    transaction.execute(
        "DELETE FROM secret WHERE owner_id = ?1 AND visibility NOT IN ('team', 'public')",
        [&user],
    )?;
    transaction.execute("UPDATE secret SET owner_id = ?2 WHERE owner_id = ?1", [&user, &keeper])?;
    Ok(())
}

fn taken(error: rusqlite::Error, email: Option<&Email>) -> StoreError {
    match email {
        Some(email) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            StoreError::EmailTaken(email.clone())
        }
        _ => error.into(),
    }
}
