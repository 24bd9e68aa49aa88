//! Reads what was done.

use std::collections::BTreeMap;
use std::time::Duration;

use super::settle::settled;

use crate::core::access::{Operation, Target};
use crate::core::model::{AuditRow, Deed, Team, TeamId, TeamSlug};
use crate::core::operation::user::{self, Who, find};
use crate::core::operation::{Context, team};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::AuditFilter;

/// Which rows are wanted.
#[derive(Debug, Clone)]
pub struct Query {
    /// Those that are no older.
    pub since: Option<Duration>,
    /// Those of this user.
    pub user: Option<Who>,
    /// Those of this action, or of all of this noun.
    pub action: Option<String>,
    /// Those of this team.
    pub team: Option<TeamSlug>,
    /// So many of the last ones.
    pub limit: u32,
}

/// What the users are called who acted, by their ids: those who are still there, and whom who asks may see.
pub type People = BTreeMap<String, String>;

/// The last rows that `query` asks for, oldest first.
pub async fn list(context: &Context, query: Query) -> Result<Vec<AuditRow>, Problem> {
    let teams = readable(context, query.team.as_ref()).await?;
    settled(context).await;
    let actor = match query.user {
        // Whoever was deleted has left their id in the audit.
        Some(Who::Id(id)) => Some(id.to_string()),
        Some(who) => Some(find(context, &who, Operation::AuditShow).await?.user.id.to_string()),
        None => None,
    };
    let now = context.clock.now().as_millisecond();
    let since =
        query.since.map(|since| now.saturating_sub(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)));
    let filter = AuditFilter { since, actor, action: query.action, teams };
    Ok(context.store.audit_rows(filter, query.limit).await?)
}

/// The teams of whose rows who acts may read; nothing: all rows. Who may read those of no team is refused.
async fn readable(context: &Context, slug: Option<&TeamSlug>) -> Result<Option<Vec<TeamId>>, Problem> {
    if let Some(slug) = slug {
        return Ok(Some(vec![team::get_for(context, Operation::AuditShow, slug).await?.id]));
    }
    if context.may(Operation::AuditShow, &Target::Platform) {
        return Ok(None);
    }
    let may =
        |team: &Team| team.personal_of.is_none() && context.may(Operation::AuditShow, &Target::of_team(team));
    let teams: Vec<_> = context.store.teams().await?.into_values().filter(may).map(|team| team.id).collect();
    if teams.is_empty() {
        context.require_of_all(Operation::AuditShow)?;
    }
    Ok(Some(teams))
}

/// Whether a row is told to the owners of one of `teams`.
fn is_of(row: &AuditRow, teams: Option<&[TeamId]>) -> bool {
    let Some(teams) = teams else { return true };
    let details: Option<serde_json::Value> = serde_json::from_str(&row.record.details).ok();
    let team = details.as_ref().and_then(|details| TeamId::parse(details[Deed::TEAM].as_str()?));
    team.is_some_and(|team| teams.contains(&team))
}

/// Who the users in the audit are.
pub async fn people(context: &Context) -> Result<People, Problem> {
    let users = user::list(context).await?.into_iter().map(|account| account.user);
    Ok(users.map(|user| (user.id.to_string(), user.called().to_owned())).collect())
}

/// The row of that number.
pub async fn show(context: &Context, seq: i64) -> Result<AuditRow, Problem> {
    let teams = readable(context, None).await?;
    let row = context.store.audit_page(seq.saturating_sub(1), 1).await?.into_iter();
    let found = row.filter(|row| row.seq == seq).find(|row| is_of(row, teams.as_deref()));
    found.ok_or_else(|| {
        let problem = Problem::new(ProblemKind::NotFound, format!("the audit has no row {seq}"));
        problem.hint("mcpgw audit list")
    })
}
