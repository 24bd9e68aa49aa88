//! Makes few rows of many calls, without losing one.

use std::collections::{BTreeMap, HashMap};
use std::mem;

use foldhash::fast::RandomState;

use super::line::SentLine;
use super::replay::Replay;
use crate::core::model::{CallMethod, CallOutcome, UsageItem, UsageRow, usage_bucket};

/// Up to how many calls of a second each have a row of their own.
pub const APART: usize = 1_000;

/// A call that a server was given.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    /// When, milliseconds since 1970.
    pub at: i64,
    /// The rest of it.
    pub line: SentLine,
}

/// A call that has come to an end.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// How it began.
    pub sent: Sent,
    /// What came of it.
    pub outcome: CallOutcome,
    /// How long that took, microseconds.
    pub took: u64,
    /// How long the answer is, bytes.
    pub bytes: u64,
}

/// Calls of one journal on their way to rows. Of seconds in which more than [`APART`] began those become one row that are alike.
#[derive(Debug, Default)]
pub struct Fold {
    seconds: BTreeMap<i64, Second>,
    alike: HashMap<Alike, Sum, RandomState>,
    lost: Vec<UsageRow>,
    apart: usize,
}

#[derive(Debug)]
enum Second {
    Few(Vec<Call>),
    Many,
}

/// What calls have in common that become one row.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Alike {
    second: i64,
    method: CallMethod,
    server: usize,
    item: Option<u32>,
    outcome: CallOutcome,
    bucket: u32,
}

#[derive(Debug)]
struct Sum {
    /// One of them, with what all of them took together.
    like: Call,
    calls: u64,
}

impl Fold {
    /// Adds a call.
    pub fn add(&mut self, call: Call) {
        let second = call.sent.at.div_euclid(1000);
        match self.seconds.entry(second).or_insert_with(|| Second::Few(Vec::new())) {
            Second::Few(calls) if calls.len() < APART => {
                calls.push(call);
                self.apart += 1;
            }
            few @ Second::Few(_) => {
                let Second::Few(calls) = mem::replace(few, Second::Many) else { return };
                self.apart -= calls.len();
                for call in calls {
                    self.sum(second, call);
                }
                self.sum(second, call);
            }
            Second::Many => self.sum(second, call),
        }
    }

    /// Adds calls of which nothing is known but how many they were.
    pub fn add_lost(&mut self, at: i64, calls: u64) {
        self.lost.push(UsageRow {
            at,
            method: None,
            server: None,
            item: UsageItem::Other,
            outcome: CallOutcome::Unknown,
            calls,
            took: 0,
            bytes_in: 0,
            bytes_out: 0,
        });
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.apart + self.alike.len() + self.lost.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows, by what the journal said.
    pub fn rows(self, replay: &Replay) -> Vec<UsageRow> {
        let few = self.seconds.into_values().filter_map(|second| match second {
            Second::Few(calls) => Some(calls),
            Second::Many => None,
        });
        let apart = few.flatten().map(|call| replay.row(call.sent.at, &call));
        let sums = self.alike.into_iter().map(|(alike, sum)| UsageRow {
            calls: sum.calls,
            ..replay.row(alike.second.saturating_mul(1000), &sum.like)
        });
        apart.chain(sums).chain(self.lost).collect()
    }

    fn sum(&mut self, second: i64, call: Call) {
        let Call { sent: Sent { line: SentLine { method, server, item, .. }, .. }, outcome, .. } = call;
        let alike = Alike { second, method, server, item, outcome, bucket: usage_bucket(call.took) };
        self.alike
            .entry(alike)
            .and_modify(|sum| {
                sum.calls += 1;
                sum.like.took = sum.like.took.saturating_add(call.took);
                sum.like.bytes = sum.like.bytes.saturating_add(call.bytes);
                let bytes = &mut sum.like.sent.line.bytes;
                *bytes = bytes.saturating_add(call.sent.line.bytes);
            })
            .or_insert(Sum { like: call, calls: 1 });
    }
}
