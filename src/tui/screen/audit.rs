//! Who did what, the last first.

use super::place::{Column, cut, whole};
use super::{Detail, Row};
use crate::core::operation::Context;
use crate::core::operation::audit::{Query, list, people};
use crate::core::problem::Problem;
use crate::core::telling::audit as told;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] = &[
    whole("SEQ", 0),
    whole("AT", 4),
    whole("WHO", 3),
    whole("ACTION", 1),
    cut("ON", 2),
    cut("OUTCOME", 1),
    cut("FROM", 5),
];

/// How many rows are shown.
const LAST: u32 = 200;

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let query = Query { since: None, user: None, action: None, team: None, limit: LAST };
    let rows = list(context, query).await?;
    let people = people(context).await?;
    let rows = rows.iter().rev().map(|row| {
        let mark = match row.record.outcome.as_str() {
            "done" => Mark::Up,
            "denied" => Mark::Warn,
            _ => Mark::Down,
        };
        let [seq, at, who, from, action, on, outcome] = told::cells(row, &people);
        let detail = Detail::pairs(told::pairs(row, &people));
        Row { detail: Some(detail), ..Row::new(seq.clone(), mark, [seq, at, who, action, on, outcome, from]) }
    });
    Ok(rows.collect())
}
