//! Gives roles to people, in a team or everywhere, and takes them back.

use jiff::Timestamp;

use crate::core::access::{Operation, Target};
use crate::core::model::{Account, Email, Member, RoleName, TeamSlug};
use crate::core::operation::team::{add_member, change_member, members, remove_member};
use crate::core::operation::user::{Who, find, refuse_service, require_rank};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;
use crate::core::store::{Guard, NewMember, StoreError};

/// Gives somebody a role that holds everywhere, beside those that they have.
pub async fn grant_globally(
    context: &Context,
    role: RoleName,
    email: &Email,
    until: Option<Timestamp>,
    dry_run: bool,
) -> Result<Account, Problem> {
    let account = find(context, &Who::Email(email.clone()), Operation::UserShow).await?;
    context.require_of_all(Operation::RoleGrant)?;
    refuse_service(&account)?;
    let attempt = context.attempt(Operation::RoleGrant, dry_run);
    let act = context.act("role.grant");
    let granted = context.store.grant_globally(act, attempt, account.user.id, role, until).await;
    let account = context.came(Operation::RoleGrant, &Target::User(account.user.id), granted)?;
    if !dry_run {
        followed(context).await;
    }
    Ok(account)
}

/// Takes a role that holds everywhere from somebody.
pub async fn revoke_globally(
    context: &Context,
    role: RoleName,
    email: &Email,
    dry_run: bool,
) -> Result<Account, Problem> {
    let account = find(context, &Who::Email(email.clone()), Operation::UserShow).await?;
    context.require_of_all(Operation::RoleGrant)?;
    require_rank(context, &account, Operation::RoleGrant).await?;
    let attempt = context.attempt(Operation::RoleGrant, dry_run);
    let act = context.act("role.revoke");
    let account = context.store.revoke_globally(act, attempt, account.user.id, role).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(account)
}

/// Gives somebody a role in a team: in place of the one that they have there, as nobody has two.
pub async fn grant_in(
    context: &Context,
    team: &TeamSlug,
    new: NewMember,
    dry_run: bool,
) -> Result<Member, Problem> {
    let is_member = role_in(context, team, &new.email).await?.is_some();
    if is_member {
        return Ok(change_member(context, team, new, dry_run).await?.member);
    }
    add_member(context, team, new, dry_run).await
}

/// Takes a role in a team from somebody, who is not in it then.
pub async fn revoke_in(
    context: &Context,
    team: &TeamSlug,
    role: RoleName,
    email: Email,
    dry_run: bool,
) -> Result<Member, Problem> {
    if role_in(context, team, &email).await?.is_some_and(|theirs| theirs != role) {
        return Err(StoreError::from(Guard::NotGranted(role)).into());
    }
    Ok(remove_member(context, team, email, dry_run).await?.1)
}

/// What somebody is in a team.
async fn role_in(context: &Context, team: &TeamSlug, email: &Email) -> Result<Option<RoleName>, Problem> {
    let members = members(context, team).await?.into_iter();
    Ok(members.filter(|member| member.email.as_ref() == Some(email)).map(|member| member.role).next())
}
