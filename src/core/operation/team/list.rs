//! Reads teams.

use crate::core::access::{Operation, Target};
use crate::core::model::{RoleName, Team, TeamSlug};
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::{Guard, StoreError};

/// A team, as who acts may know it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The team.
    pub team: Team,
    /// How many are in it; nothing: that is not theirs to know.
    pub members: Option<u32>,
    /// What who acts is in it, if anything.
    pub role: Option<RoleName>,
}

/// The teams that who acts may know of, by slug.
pub async fn list(context: &Context) -> Result<Vec<Listed>, Problem> {
    let now = context.clock.now();
    let mut standings = context.store.standings(context.principal.user(), now).await?;
    let teams = context.store.teams().await?.into_values();
    let seen = teams.filter_map(|team| {
        let target = Target::of_team(&team);
        let standing = standings.remove(&team.id).unwrap_or_default();
        if context.may(Operation::TeamShow, &target) {
            return Some(Listed { team, members: Some(standing.members), role: standing.role });
        }
        let found = team.discoverable && context.may(Operation::TeamFind, &target);
        found.then_some(Listed { team, members: None, role: None })
    });
    let mut listed: Vec<_> = seen.collect();
    listed.sort_by(|a, b| a.team.slug.cmp(&b.team.slug));
    Ok(listed)
}

/// The team of that slug.
pub async fn get(context: &Context, slug: &TeamSlug) -> Result<Listed, Problem> {
    let found = list(context).await?.into_iter().find(|listed| listed.team.slug == *slug);
    found.ok_or_else(|| unknown(slug))
}

/// The team of that slug, if who acts may do `operation` to it.
pub(in crate::core::operation) async fn get_for(
    context: &Context,
    operation: Operation,
    slug: &TeamSlug,
) -> Result<Team, Problem> {
    let team = get(context, slug).await?.team;
    context.require(operation, &Target::of_team(&team), || unknown(slug))?;
    Ok(team)
}

/// What whoever asks for a team that isn't there is told, or for one that they may not know of.
pub(super) fn unknown(slug: &TeamSlug) -> Problem {
    StoreError::from(Guard::NoTeam(slug.clone())).into()
}
