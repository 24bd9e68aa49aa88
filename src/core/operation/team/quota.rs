//! What a team may have and do.

use super::Edited;
use super::list::get_for;
use crate::core::access::Operation;
use crate::core::model::{Limit, PlanName, Quota, Switch, TeamSlug, Tenancy};
use crate::core::operation::{Context, following::followed};
use crate::core::problem::{Problem, ProblemKind};

/// What changes; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotas {
    /// The plan, or none any more.
    pub plan: Option<Option<PlanName>>,
    /// Quotas, and those that are the plan's again.
    pub limits: Vec<(Limit, Option<u32>)>,
    /// What it may do or not.
    pub switches: Vec<(Switch, bool)>,
}

/// Sets what the team of that slug may have and do.
pub async fn set_quotas(
    context: &Context,
    slug: &TeamSlug,
    quotas: Quotas,
    dry_run: bool,
) -> Result<Edited, Problem> {
    let before = get_for(context, Operation::TeamQuota, slug).await?;
    if let Some(Some(plan)) = &quotas.plan
        && !context.settings.team.plans.has(plan)
    {
        let problem = Problem::new(ProblemKind::NotFound, format!("there is no plan {plan}"));
        return Err(problem.hint("mcpgw config get team.plans"));
    }
    let attempt = context.attempt(Operation::TeamQuota, dry_run);
    let change = move |tenancy: &mut Tenancy| {
        if let Some(plan) = quotas.plan {
            tenancy.plan = plan;
        }
        quotas.limits.into_iter().for_each(|(limit, most)| tenancy.quota.set(limit, most));
        quotas.switches.into_iter().for_each(|(switch, on)| tenancy.switches.set(switch, on));
    };
    let team = context.store.change_tenancy(context.act("team.quota"), attempt, &before, change).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(Edited { changed: team.tenancy != before.tenancy, team })
}

/// The quotas that hold by those of the team and its plan; nothing: its plan is not known here.
pub fn quota_of(context: &Context, tenancy: &Tenancy) -> Option<Quota> {
    context.settings.team.plans.quota_of(tenancy).ok()
}
