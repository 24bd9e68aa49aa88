//! The addresses of a team's people.

use super::list::get_for;
use crate::core::access::Operation;
use crate::core::model::{EmailDomain, TeamDomain, TeamSlug};
use crate::core::operation::Context;
use crate::core::problem::Problem;

/// The domains of the team of that slug.
pub async fn domains(context: &Context, slug: &TeamSlug) -> Result<Vec<TeamDomain>, Problem> {
    let team = get_for(context, Operation::TeamShow, slug).await?;
    Ok(context.store.team_domains(team.id).await?)
}

/// Gives the team of that slug a domain.
pub async fn set_domain(
    context: &Context,
    slug: &TeamSlug,
    new: TeamDomain,
    dry_run: bool,
) -> Result<(), Problem> {
    let team = get_for(context, Operation::TeamQuota, slug).await?;
    let attempt = context.attempt(Operation::TeamQuota, dry_run);
    Ok(context.store.set_team_domain(context.act("domain.add"), attempt, &team, new).await?)
}

/// Takes a domain from the team of that slug. Who came into it by their address stays.
pub async fn remove_domain(
    context: &Context,
    slug: &TeamSlug,
    domain: EmailDomain,
    dry_run: bool,
) -> Result<(), Problem> {
    let team = get_for(context, Operation::TeamQuota, slug).await?;
    let attempt = context.attempt(Operation::TeamQuota, dry_run);
    Ok(context.store.remove_team_domain(context.act("domain.remove"), attempt, &team, domain).await?)
}
