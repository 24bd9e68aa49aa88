//! Changes a team.

use super::list::get_for;
use crate::core::access::Operation;
use crate::core::model::{LONGEST_DESCRIPTION, LONGEST_NAME, Team, TeamSlug, TeamStatus, check_length};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::Problem;
use crate::core::store::{Guard, StoreError};

/// What changes; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// What people call it.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether those who are not in it may find it.
    pub discoverable: Option<bool>,
}

/// The team as it is now, or would be.
#[derive(Debug)]
pub struct Edited {
    /// The team.
    pub team: Team,
    /// Whether anything is different.
    pub changed: bool,
}

/// Applies `edit` to the team of that slug.
pub async fn edit(context: &Context, slug: &TeamSlug, edit: Edit, dry_run: bool) -> Result<Edited, Problem> {
    let before = get_for(context, Operation::TeamEdit, slug).await?;
    check_length("the name", edit.name.as_deref().unwrap_or_default(), LONGEST_NAME)?;
    check_length("the description", edit.description.as_deref().unwrap_or_default(), LONGEST_DESCRIPTION)?;
    if edit.discoverable == Some(true) {
        refuse_personal(&before, "found by others")?;
    }
    let change = move |team: &mut Team| {
        let Edit { name, description, discoverable } = edit;
        team.name = name.unwrap_or_else(|| team.name.clone());
        team.description = description.unwrap_or_else(|| team.description.clone());
        team.discoverable = discoverable.unwrap_or(team.discoverable);
    };
    let attempt = context.attempt(Operation::TeamEdit, dry_run);
    let team = context.store.change_team(context.act("team.edit"), attempt, &before, change).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(Edited { changed: team != before, team })
}

/// Suspends a team, or resumes it, for good or for a trial.
pub async fn set_status(
    context: &Context,
    slug: &TeamSlug,
    status: TeamStatus,
    dry_run: bool,
) -> Result<Edited, Problem> {
    let before = get_for(context, Operation::TeamSuspend, slug).await?;
    refuse_personal(&before, "suspended, and is always active")?;
    let action = if status == TeamStatus::Suspended { "team.suspend" } else { "team.resume" };
    let attempt = context.attempt(Operation::TeamSuspend, dry_run);
    let change = move |team: &mut Team| team.status = status;
    let team = context.store.change_team(context.act(action), attempt, &before, change).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(Edited { changed: team != before, team })
}

fn refuse_personal(team: &Team, refused: &'static str) -> Result<(), Problem> {
    match team.personal_of {
        Some(_) => Err(StoreError::from(Guard::Personal(team.slug.clone(), refused)).into()),
        None => Ok(()),
    }
}
