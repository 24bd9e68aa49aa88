//! Reads what was done.

use std::collections::BTreeMap;
use std::time::Duration;

use super::settle::settled;

use crate::core::access::Operation;
use crate::core::model::{AuditRow, Email};
use crate::core::operation::Context;
use crate::core::operation::user::{self, Who, find};
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
    /// So many of the last ones.
    pub limit: u32,
}

/// The emails of the users who acted, by their ids: of those who are still there, and whom who asks may see.
pub type Emails = BTreeMap<String, Email>;

/// The last rows that `query` asks for, oldest first.
pub async fn list(context: &Context, query: Query) -> Result<Vec<AuditRow>, Problem> {
    context.require_of_all(Operation::AuditShow)?;
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
    let filter = AuditFilter { since, actor, action: query.action };
    Ok(context.store.audit_rows(filter, query.limit).await?)
}

/// Who the users in the audit are.
pub async fn emails(context: &Context) -> Result<Emails, Problem> {
    let users = user::list(context).await?.into_iter().map(|account| account.user);
    Ok(users.filter_map(|user| Some((user.id.to_string(), user.email?))).collect())
}

/// The row of that number.
pub async fn show(context: &Context, seq: i64) -> Result<AuditRow, Problem> {
    context.require_of_all(Operation::AuditShow)?;
    let found =
        context.store.audit_page(seq.saturating_sub(1), 1).await?.into_iter().find(|row| row.seq == seq);
    found.ok_or_else(|| {
        let problem = Problem::new(ProblemKind::NotFound, format!("the audit has no row {seq}"));
        problem.hint("mcpgw audit list")
    })
}
