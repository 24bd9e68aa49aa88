//! Makes, changes and deletes roles.

use crate::core::access::{Operation, Permission, Role, Target};
use crate::core::model::{CustomRole, RoleName, Team, TeamId, TeamSlug};
use crate::core::operation::team::get_for;
use crate::core::operation::{Context, following::followed};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Guard, RoleChange, StoreError};

/// Makes a role that allows `permissions`, in the team of that slug or, without one, in every team.
pub async fn create(
    context: &Context,
    name: RoleName,
    team: Option<&TeamSlug>,
    permissions: &[Permission],
    dry_run: bool,
) -> Result<(), Problem> {
    let (team, operation) = place(context, team, Operation::RoleCreate).await?;
    let now = context.clock.now();
    let random = entropy::random()
        .map_err(|error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}")))?;
    let role = CustomRole {
        id: TeamId::new(u64::try_from(now.as_millisecond()).unwrap_or(0), random).to_string(),
        team: team.as_ref().map(|team| team.id),
        name,
        permissions: permissions.iter().map(|permission| permission.name().to_owned()).collect(),
        created_at: now,
    };
    let attempt = context.attempt(operation, dry_run);
    Ok(context.store.insert_role(context.act("role.create"), attempt, team, role).await?)
}

/// Deletes a role of the team of that slug or, without one, of every team.
pub async fn delete(
    context: &Context,
    name: &RoleName,
    team: Option<&TeamSlug>,
    dry_run: bool,
) -> Result<(), Problem> {
    let (team, operation) = place(context, team, Operation::RoleDelete).await?;
    let role = find(context, name, team.as_ref()).await?;
    let attempt = context.attempt(operation, dry_run);
    context.store.delete_role(context.act("role.delete"), attempt, team, role).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(())
}

/// Applies `change` to a role of the team of that slug or, without one, of every team.
pub async fn edit(
    context: &Context,
    name: &RoleName,
    team: Option<&TeamSlug>,
    change: RoleChange,
    dry_run: bool,
) -> Result<(CustomRole, bool), Problem> {
    let (team, operation) = place(context, team, Operation::RoleEdit).await?;
    let before = find(context, name, team.as_ref()).await?;
    let attempt = context.attempt(operation, dry_run);
    let act = context.act("role.edit");
    let target = team.as_ref().map_or(Target::Platform, Target::of_team);
    let changed = context.store.change_role(act, attempt, team, before.clone(), change).await;
    let role = context.came(operation, &target, changed)?;
    if !dry_run {
        followed(context).await;
    }
    Ok((role.clone(), role != before))
}

/// The role of that name that this store defines.
async fn find(context: &Context, name: &RoleName, team: Option<&Team>) -> Result<CustomRole, Problem> {
    let of = team.map(|team| team.id);
    let mut roles = context.store.roles().await?.into_iter();
    let role = roles.find(|role| role.name == *name && role.team == of);
    role.ok_or_else(|| {
        let own = Role::parse(name.as_str()).is_some();
        let guard = if own { Guard::BuiltIn(name.clone()) } else { Guard::NoRole(name.clone()) };
        StoreError::from(guard).into()
    })
}

/// The team, and what is done there: `everywhere` where there is none.
async fn place(
    context: &Context,
    team: Option<&TeamSlug>,
    everywhere: Operation,
) -> Result<(Option<Team>, Operation), Problem> {
    match team {
        None => context.require_of_all(everywhere).map(|()| (None, everywhere)),
        Some(slug) => {
            let operation = Operation::TeamRoleEdit;
            Ok((Some(get_for(context, operation, slug).await?), operation))
        }
    }
}
