//! Makes a team.

use crate::core::access::Operation;
use crate::core::model::{
    LONGEST_DESCRIPTION, LONGEST_NAME, Team, TeamId, TeamSlug, TeamStatus, Tenancy, check_length,
};
use crate::core::operation::{Context, following::followed};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};

/// The team to be.
#[derive(Debug, Clone)]
pub struct Create {
    /// What commands call it.
    pub slug: TeamSlug,
    /// What people call it.
    pub name: Option<String>,
    /// What it is for.
    pub description: String,
    /// Whether those who are not in it may find it.
    pub discoverable: bool,
}

/// Makes a team, which who acts owns.
pub async fn create(context: &Context, input: Create, dry_run: bool) -> Result<Team, Problem> {
    context.require_of_all(Operation::TeamCreate)?;
    check_length("the name", input.name.as_deref().unwrap_or_default(), LONGEST_NAME)?;
    check_length("the description", &input.description, LONGEST_DESCRIPTION)?;
    let now = context.clock.now();
    let random = entropy::random()
        .map_err(|error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}")))?;
    let team = Team {
        id: TeamId::new(u64::try_from(now.as_millisecond()).unwrap_or(0), random),
        name: input.name.unwrap_or_else(|| input.slug.to_string()),
        slug: input.slug,
        description: input.description,
        personal_of: None,
        discoverable: input.discoverable,
        status: TeamStatus::Active,
        tenancy: Tenancy::default(),
        created_at: now,
        updated_at: now,
    };
    let attempt = context.attempt(Operation::TeamCreate, dry_run);
    let most = context.settings.team.max_per_user;
    context.store.insert_team(context.act("team.create"), attempt, team.clone(), most).await?;
    if !dry_run {
        followed(context).await;
    }
    Ok(team)
}
