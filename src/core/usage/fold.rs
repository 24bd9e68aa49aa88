//! Makes few rows of many calls, without losing one.

use std::collections::HashMap;

use crate::core::model::{CallMethod, CallOutcome, ServerId, TeamId, UsageItem, UsageRow, usage_bucket};

/// Up to how many calls of a second each have a row of their own.
pub const APART: usize = 1_000;

/// What calls have in common that become one row.
#[derive(PartialEq, Eq, Hash)]
struct Alike {
    second: i64,
    method: Option<CallMethod>,
    server: Option<(ServerId, TeamId)>,
    item: UsageItem,
    outcome: CallOutcome,
    bucket: u32,
}

/// Rows of seconds in which more happened than [`APART`] become one where they are alike; the others stay as they are.
pub fn fold(rows: Vec<UsageRow>) -> Vec<UsageRow> {
    if rows.len() <= APART {
        return rows;
    }
    let mut calls: HashMap<i64, u64> = HashMap::new();
    for row in &rows {
        let count = calls.entry(second(row)).or_default();
        *count = count.saturating_add(row.calls);
    }
    let is_busy = |row: &UsageRow| calls.get(&second(row)).is_some_and(|&calls| calls > APART as u64);
    let (busy, mut folded): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_busy);
    let mut alike: HashMap<Alike, UsageRow> = HashMap::new();
    for row in busy {
        let key = Alike {
            second: second(&row),
            method: row.method,
            server: row.server,
            item: row.item.clone(),
            outcome: row.outcome,
            bucket: usage_bucket(row.took / row.calls.max(1)),
        };
        let at = key.second.saturating_mul(1000);
        match alike.entry(key) {
            std::collections::hash_map::Entry::Vacant(place) => drop(place.insert(UsageRow { at, ..row })),
            std::collections::hash_map::Entry::Occupied(mut place) => {
                let sum = place.get_mut();
                sum.calls = sum.calls.saturating_add(row.calls);
                sum.took = sum.took.saturating_add(row.took);
                sum.bytes_in = sum.bytes_in.saturating_add(row.bytes_in);
                sum.bytes_out = sum.bytes_out.saturating_add(row.bytes_out);
            }
        }
    }
    folded.extend(alike.into_values());
    folded
}

fn second(row: &UsageRow) -> i64 {
    row.at.div_euclid(1000)
}
