//! Checks rows one after the other.

use std::collections::BTreeMap;

use super::{AuditRow, Flaw, Link, Witness};
use crate::core::model::Hash;

/// Checks the rows of one store in their order, against each other and against what is known of them otherwise.
#[derive(Debug)]
pub struct Verifier {
    last: Link,
    /// What rows are known to be.
    known: BTreeMap<i64, Vec<(Hash, Witness)>>,
    /// The last row that was found to be what is known of it.
    vouched: i64,
    flaw: Option<Flaw>,
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The last row that is right.
    pub last: Link,
    /// The last row that somebody vouches for; 0: nobody vouches for any.
    pub vouched: i64,
    /// The first thing that is wrong.
    pub flaw: Option<Flaw>,
}

impl Verifier {
    /// Begins with the first row of `store`.
    pub fn new(store: &str) -> Self {
        Self { last: Link::genesis(store), known: BTreeMap::new(), vouched: 0, flaw: None }
    }

    /// Takes what `by` knows of a row. Say all that is known before the first row.
    pub fn expect(&mut self, link: Link, by: Witness) {
        self.known.entry(link.seq).or_default().push((link.hash, by));
        // Where the chain begins is known without a row.
        self.flaw = self.flaw.or_else(|| self.contradiction(self.last));
    }

    /// Checks the next row.
    pub fn check(&mut self, row: &AuditRow) {
        if self.flaw.is_some() {
            return;
        }
        let next = self.last.next(&row.record);
        self.flaw = if row.seq > next.seq {
            Some(Flaw::Missing { seq: next.seq })
        } else if row.seq < next.seq {
            Some(Flaw::Unexpected { seq: row.seq })
        } else if row.hash != next.hash {
            Some(Flaw::Altered { seq: row.seq })
        } else {
            self.contradiction(next)
        };
        if self.flaw.is_none() {
            self.last = next;
            if self.known.contains_key(&next.seq) {
                self.vouched = next.seq;
            }
        }
    }

    /// What all rows together are.
    pub fn finish(self) -> Verdict {
        let flaw = self.flaw.or_else(|| {
            let (head, known) = self.known.last_key_value().filter(|(head, _)| **head > self.last.seq)?;
            Some(Flaw::CutOff { seq: self.last.seq + 1, head: *head, by: known.first()?.1 })
        });
        Verdict { last: self.last, vouched: self.vouched, flaw }
    }

    fn contradiction(&self, link: Link) -> Option<Flaw> {
        let known = self.known.get(&link.seq)?;
        let (_, by) = known.iter().find(|(hash, _)| *hash != link.hash)?;
        Some(Flaw::Rewritten { seq: link.seq, after: self.vouched, by: *by })
    }
}
