//! Who is in a team, and as what.

use super::list::get_for;
use crate::core::access::{Operation, Target};
use crate::core::model::{Email, Member, Team, TeamSlug};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;
use crate::core::store::{Limits, NewMember};

/// A member as they are now, or would be.
#[derive(Debug)]
pub struct Changed {
    /// The member.
    pub member: Member,
    /// Whether anything is different.
    pub changed: bool,
}

/// Who is in the team of that slug.
pub async fn members(context: &Context, slug: &TeamSlug) -> Result<Vec<Member>, Problem> {
    let team = get_for(context, Operation::TeamShow, slug).await?;
    Ok(context.store.members(team.id, context.clock.now()).await?)
}

/// Puts somebody into the team of that slug.
pub async fn add_member(
    context: &Context,
    slug: &TeamSlug,
    new: NewMember,
    dry_run: bool,
) -> Result<Member, Problem> {
    let team = get_for(context, Operation::MemberAdd, slug).await?;
    let settings = &context.settings.team;
    let limits = Limits { teams: settings.max_per_user, members: settings.max_members };
    let attempt = context.attempt(Operation::MemberAdd, dry_run);
    let added = context.store.add_member(context.act("member.add"), attempt, &team, new, limits).await;
    let member = context.came(Operation::MemberAdd, &Target::of_team(&team), added)?;
    if !dry_run {
        followed(context).await;
    }
    Ok(member)
}

/// Gives a member of the team of that slug another role, for good or until then.
pub async fn change_member(
    context: &Context,
    slug: &TeamSlug,
    new: NewMember,
    dry_run: bool,
) -> Result<Changed, Problem> {
    let team = get_for(context, Operation::MemberEdit, slug).await?;
    let attempt = context.attempt(Operation::MemberEdit, dry_run);
    let changed = context.store.change_member(context.act("member.edit"), attempt, &team, new).await;
    let (before, member) = context.came(Operation::MemberEdit, &Target::of_team(&team), changed)?;
    if !dry_run {
        followed(context).await;
    }
    Ok(Changed { changed: before != member, member })
}

/// Takes somebody out of the team of that slug. Whoever is in a team may leave it.
pub async fn remove_member(
    context: &Context,
    slug: &TeamSlug,
    email: Email,
    dry_run: bool,
) -> Result<(Team, Member), Problem> {
    let team = get_for(context, Operation::TeamShow, slug).await?;
    let who = context.principal.user();
    let members = context.store.members(team.id, context.clock.now()).await?;
    let leaves = members.iter().any(|member| member.user == who && member.email.as_ref() == Some(&email));
    let operation = if leaves { Operation::TeamLeave } else { Operation::MemberRemove };
    context.require(operation, &Target::of_team(&team), || super::list::unknown(slug))?;
    let attempt = context.attempt(operation, dry_run);
    let act = context.act(if leaves { "team.leave" } else { "member.remove" });
    let removed = context.store.remove_member(act, attempt, &team, email).await;
    let member = context.came(operation, &Target::of_team(&team), removed)?;
    if !dry_run {
        followed(context).await;
    }
    Ok((team, member))
}
