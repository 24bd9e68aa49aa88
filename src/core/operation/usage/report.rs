//! What was used, in sums.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::names::Names;
use super::query::{filter, known_token};
use super::{Figures, Query};
use crate::core::control;
use crate::core::operation::Context;
use crate::core::problem::Problem;
use crate::core::store::{UsageBy, UsageKey, UsageSum};

/// What was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// From when on.
    pub since: Option<Timestamp>,
    /// All of it.
    pub total: Figures,
    /// Those with most calls first.
    pub lines: Vec<Line>,
}

/// What was used of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Of which.
    pub key: UsageKey,
    /// What that is called. May be untrusted.
    pub name: String,
    /// How much.
    pub figures: Figures,
}

/// Sums up what `query` wants, as far as who asks may know of it.
pub async fn report(context: &Context, query: &Query) -> Result<Report, Problem> {
    let filter = filter(context, query).await?;
    // What sessions left that were killed belongs to it; where nothing can be written, it is told another time.
    let _ = control::sessions(&context.store).await;
    let since = Timestamp::from_millisecond(filter.since).ok();
    let sums = context.store.usage(filter, query.by).await?;
    let names = Names::new(context, query.by).await?;
    let line = |sums: &[UsageSum]| {
        let key = sums[0].key.clone();
        Line { name: names.name(&key), key, figures: Figures::of(sums) }
    };
    let mut lines: Vec<_> = sums.chunk_by(|one, other| one.key == other.key).map(line).collect();
    lines.sort_by(|one, other| {
        (Reverse(one.figures.calls), &one.name).cmp(&(Reverse(other.figures.calls), &other.name))
    });
    Ok(Report { since, total: Figures::of(&sums), lines })
}

/// What was used with a token, by tool.
pub async fn of_token(
    context: &Context,
    token: &str,
    since: Option<std::time::Duration>,
) -> Result<Report, Problem> {
    let token = Some(known_token(context, token).await?.to_string());
    report(context, &Query { since, token, ..Query::by(UsageBy::Tool) }).await
}
