//! Creates a user.

use super::password::{NewSecretWord, hashed};
use crate::core::access::{Operation, Role, Target};
use crate::core::model::{
    AuthMode, Email, LONGEST_NAME, RoleName, Secret, TeamId, TeamSlug, User, UserId, UserStatus, check_length,
};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::operation::login::Gate;
use crate::core::operation::team::get_for;
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Guard, NewUser, StoreError};

/// A user who is to be made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What they log in with.
    pub email: Email,
    /// Their name.
    pub full_name: String,
    /// A role of theirs that holds everywhere.
    pub role: Option<RoleName>,
    /// What they log in with; without one they can't.
    pub password: Option<Secret<String>>,
    /// Whether somebody has to approve them first.
    pub pending: bool,
    /// The team that owns them: a service user, which never logs in.
    pub service_of: Option<TeamSlug>,
}

/// A user who was made, or would be.
#[derive(Debug, Clone)]
pub struct Created {
    /// The user.
    pub user: User,
    /// Whether they were made of the owner of a store that nobody had used.
    pub took_over: bool,
    /// Whether everybody has to log in from now on, which nobody had to before.
    pub switched: bool,
}

/// Creates a user. In a store that nobody has used, an admin who can log in takes the place of its owner.
pub async fn create(context: &Context, new: NewAccount, dry_run: bool) -> Result<Created, Problem> {
    context.require_of_all(Operation::UserCreate)?;
    check_length("the name", &new.full_name, LONGEST_NAME)?;
    if new.role.is_some() {
        context.require_of_all(Operation::RoleGrant)?;
    }
    // Before a password is hashed, which takes long.
    if context.store.account_of(&new.email).await?.is_some() {
        return Err(StoreError::EmailTaken(new.email).into());
    }
    let founds = founds(context, &new).await?;
    let service_of = match &new.service_of {
        None => None,
        Some(slug) => Some(service_team(context, slug, &new).await?),
    };
    let mut new = prepared(&context.into(), new).await?;
    new.user.service_of = service_of;
    let mut user = new.user.clone();
    let act = || context.act("user.create");
    let took_over = founds && context.store.take_over(act(), new.clone(), dry_run).await?;
    let switched = took_over || {
        let created = context.store.create_user(act(), new, dry_run).await;
        context.came(Operation::RoleGrant, &Target::Platform, created)?
    };
    if !dry_run {
        followed(context).await;
        user = context.store.account_of(&email(&user)?).await?.map_or(user, |account| account.user);
    }
    Ok(Created { user, took_over, switched })
}

/// The team that is to own the service user `new`.
async fn service_team(context: &Context, slug: &TeamSlug, new: &NewAccount) -> Result<TeamId, Problem> {
    let team = get_for(context, Operation::TeamShow, slug).await?;
    if team.personal_of.is_some() {
        return Err(StoreError::from(Guard::Personal(team.slug, "the owner of a service user")).into());
    }
    if new.password.is_some() || new.role.is_some() || new.pending {
        let message = "a service user has no password, no role that holds everywhere, and nobody approves it";
        return Err(Problem::new(ProblemKind::Usage, message));
    }
    Ok(team.id)
}

/// Whether `new` would take the place of the owner of a store that nobody has used.
pub async fn founds(context: &Context, new: &NewAccount) -> Result<bool, Problem> {
    let fits = new.role == Some(platform_admin()?) && !new.pending && new.password.is_some();
    Ok(fits && context.store.is_unused().await?)
}

/// Makes the first admin of a store that nobody has used, in place of its owner. `false`: somebody has used it.
pub async fn found_store(gate: &Gate, email: Email, password: Secret<String>) -> Result<bool, Problem> {
    if gate.store.auth_mode().await? == AuthMode::Required {
        return Ok(false);
    }
    let new = NewAccount {
        email,
        full_name: String::new(),
        role: Some(platform_admin()?),
        password: Some(password),
        pending: false,
        service_of: None,
    };
    Ok(gate.store.take_over(gate.act("user.create", None), prepared(gate, new).await?, false).await?)
}

/// Whether who acts has to choose an email and a password before somebody else can log in.
pub async fn owner_is_unprepared(context: &Context) -> Result<bool, Problem> {
    if context.store.auth_mode().await? == AuthMode::Required {
        return Ok(false);
    }
    let owner = context.store.account(context.principal.user()).await?;
    Ok(owner.is_none_or(|owner| owner.user.email.is_none() || owner.password.is_none()))
}

/// A user who can be made: with ids, and a password that was found good enough and hashed.
pub(in crate::core::operation) async fn prepared(gate: &Gate, new: NewAccount) -> Result<NewUser, Problem> {
    let now = gate.clock.now();
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    let random = || entropy::random().map_err(|error| Problem::new(ProblemKind::Failed, error.to_string()));
    let password = match new.password {
        None => None,
        Some(word) => {
            let word = NewSecretWord { word, must_change: false };
            Some(hashed(gate, None, Some(&new.email), word).await?)
        }
    };
    let user = User {
        id: UserId::new(millis, random()?),
        email: Some(new.email),
        full_name: new.full_name,
        status: if new.pending { UserStatus::Pending } else { UserStatus::Active },
        os_uid: None,
        service_of: None,
        personal_team: TeamId::new(millis, random()?),
        created_at: now,
        updated_at: now,
    };
    Ok(NewUser { user, role: new.role, password })
}

/// The role of admins.
pub fn platform_admin() -> Result<RoleName, Problem> {
    RoleName::parse(Role::PlatformAdmin.name())
        .map_err(|error| Problem::new(ProblemKind::Failed, error.to_string()))
}

fn email(user: &User) -> Result<Email, Problem> {
    user.email.clone().ok_or_else(nobody)
}

fn nobody() -> Problem {
    Problem::new(ProblemKind::NotFound, "there is no such user")
}
