//! How teams are shown.

use jiff::Timestamp;
use serde::Serialize;

use crate::core::model::{PlanName, Quota, RoleName, Switches, TeamId, Tenancy};
use crate::core::operation::team::Listed;
use crate::core::telling::team::status;

/// A team in JSON.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    id: TeamId,
    slug: &'a str,
    name: &'a str,
    description: &'a str,
    personal: bool,
    discoverable: bool,
    status: &'static str,
    trial_ends: Option<Timestamp>,
    #[serde(flatten)]
    tenancy: Tenant<'a>,
    /// What who asks is in it.
    role: Option<&'a RoleName>,
    members: Option<u32>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// What a team may have and do, in JSON.
#[derive(Debug, Serialize)]
pub(super) struct Tenant<'a> {
    plan: Option<&'a PlanName>,
    /// The team's own quotas; what is nothing here is its plan's.
    quota: Quota,
    switches: Switches,
}

impl<'a> From<&'a Tenancy> for Tenant<'a> {
    fn from(tenancy: &'a Tenancy) -> Self {
        Self { plan: tenancy.plan.as_ref(), quota: tenancy.quota, switches: tenancy.switches }
    }
}

impl<'a> From<&'a Listed> for View<'a> {
    fn from(Listed { team, members, role }: &'a Listed) -> Self {
        Self {
            id: team.id,
            slug: team.slug.as_str(),
            name: &team.name,
            description: &team.description,
            personal: team.personal_of.is_some(),
            discoverable: team.discoverable,
            status: status(team),
            trial_ends: team.status.until(),
            tenancy: (&team.tenancy).into(),
            role: role.as_ref(),
            members: *members,
            created_at: team.created_at,
            updated_at: team.updated_at,
        }
    }
}
