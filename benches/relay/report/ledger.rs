//! Every value that was measured, by row and set-up.

use std::collections::BTreeMap;

use super::median;
use crate::{
    driver::{Pinning, Setup, Wire},
    measure::Figure,
};

/// A null relay slower than this many times direct means that something else used the machine.
const QUIET: f64 = 3.5;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub(crate) figure: Figure,
    pub(crate) wire: Wire,
    pub(crate) pinning: Pinning,
}

/// The values of all rounds.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    values: BTreeMap<Row, BTreeMap<Setup, Vec<f64>>>,
}

impl Ledger {
    /// Notes the value of one round.
    pub(crate) fn note(&mut self, row: Row, setup: Setup, value: f64) {
        self.values.entry(row).or_default().entry(setup).or_default().push(value);
    }

    /// All rows, in the order of the table.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        self.values.keys().copied()
    }

    /// The values of all rounds, in their order.
    pub(crate) fn rounds(&self, row: Row, setup: Setup) -> &[f64] {
        self.values.get(&row).and_then(|setups| setups.get(&setup)).map_or(&[], Vec::as_slice)
    }

    /// The median over the rounds, where there were any.
    pub(crate) fn value(&self, row: Row, setup: Setup) -> Option<f64> {
        let mut rounds = self.rounds(row, setup).to_vec();
        if rounds.is_empty() { None } else { Some(median(&mut rounds)) }
    }

    /// The median of `setup` as a multiple of that of `reference`.
    pub(crate) fn ratio(&self, row: Row, setup: Setup, reference: Setup) -> Option<f64> {
        Some(self.value(row, setup)? / self.value(row, reference)?)
    }

    /// Why this run says nothing, if it doesn't.
    pub(crate) fn void(&self) -> Option<String> {
        let row = Row { figure: Figure::CallP50, wire: Wire::Pipes, pinning: Pinning::Pinned };
        let ratio = self.ratio(row, Setup::NullRelay, Setup::Direct)?;
        (ratio > QUIET).then(|| {
            format!("the null relay took {ratio:.2}x direct on pinned pipes, more than {QUIET}x: the machine is not quiet")
        })
    }
}
