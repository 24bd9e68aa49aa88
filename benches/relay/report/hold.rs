//! What the figures must hold: pinned to one core, in every run that is not void.

use std::fmt;

use super::{Ledger, Row};
use crate::{
    driver::{Pinning, Setup, Wire},
    measure::Figure,
};

/// A bound on a figure.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hold {
    /// At most so many times the null relay.
    NullAtMost(f64),
    /// At least so many times the null relay.
    NullAtLeast(f64),
    /// At least so many times direct.
    DirectAtLeast(f64),
    /// At most so much, in the figure's unit.
    ValueAtMost(f64),
    /// The same, asked of one number of servers.
    ValueWithServers(f64, usize),
}

impl Hold {
    /// What a row must hold, if anything.
    pub(super) fn of(row: Row) -> Option<Self> {
        if row.pinning == Pinning::Unpinned {
            return None;
        }
        match (row.figure, row.wire) {
            (Figure::CallP50 | Figure::LimitedP50 | Figure::AskingP50, _) => Some(Self::NullAtMost(1.15)),
            (Figure::CallP99 | Figure::LimitedP99 | Figure::AskingP99, _) => Some(Self::NullAtMost(1.3)),
            (Figure::InFlight | Figure::LimitedInFlight | Figure::AskingInFlight | Figure::Progress, _) => {
                Some(Self::DirectAtLeast(0.55))
            }
            (
                Figure::Result1Mib
                | Figure::Result1MibIdLast
                | Figure::Result1MibPlain
                | Figure::Argument1Mib
                | Figure::Question1Mib
                | Figure::Reply1Mib,
                Wire::Socketpairs,
            ) => Some(Self::NullAtLeast(0.85)),
            (Figure::Result16Mib | Figure::Result16MibIdLast, Wire::Socketpairs) => {
                Some(Self::NullAtLeast(0.65))
            }
            (
                Figure::Result1Mib
                | Figure::Result1MibIdLast
                | Figure::Result1MibPlain
                | Figure::Argument1Mib
                | Figure::Question1Mib
                | Figure::Reply1Mib
                | Figure::Result16Mib
                | Figure::Result16MibIdLast,
                Wire::Pipes,
            ) => Some(Self::DirectAtLeast(0.5)),
            (Figure::IdleMemory, _) => Some(Self::ValueWithServers(12.0, 10)),
            (Figure::PeakExcess, _) => Some(Self::ValueAtMost(4.0)),
            (Figure::List, _) => Some(Self::ValueAtMost(40.0)),
            (Figure::ListWarm, _) => Some(Self::ValueAtMost(45.0)),
            (Figure::Start, _) => Some(Self::ValueWithServers(15.0, 50)),
            (Figure::StartSilent | Figure::StartProfile, _) => Some(Self::ValueAtMost(15.0)),
            (Figure::StartToken, _) => Some(Self::ValueAtMost(5.0)),
            (Figure::BesideTrouble, _) => Some(Self::ValueAtMost(1.5)),
            (Figure::BesideChatter | Figure::SessionsMemory, _) => Some(Self::ValueAtMost(1.0)),
            (Figure::Killed | Figure::TokenCreate, _) => Some(Self::ValueAtMost(50.0)),
            (Figure::Ended | Figure::TokenList, _) => Some(Self::ValueAtMost(100.0)),
            (Figure::SessionsDescriptors, _) => Some(Self::ValueAtMost(0.0)),
            (Figure::PeakMemory, _) => None,
        }
    }

    /// Whether `setup` holds it; `None` where it is not asked to or was not measured.
    pub(super) fn held(self, ledger: &Ledger, row: Row, setup: Setup) -> Option<bool> {
        let Setup::Mcpgw(servers) = setup else { return None };
        Some(match self {
            Self::NullAtMost(bound) => ledger.ratio(row, setup, Setup::NullRelay)? <= bound,
            Self::NullAtLeast(bound) => ledger.ratio(row, setup, Setup::NullRelay)? >= bound,
            Self::DirectAtLeast(bound) => ledger.ratio(row, setup, Setup::Direct)? >= bound,
            Self::ValueWithServers(_, asked) if asked != servers => return None,
            Self::ValueAtMost(bound) | Self::ValueWithServers(bound, _) => ledger.value(row, setup)? <= bound,
        })
    }

    /// What the ratio of a row is taken to.
    pub(super) fn reference(self) -> Option<Setup> {
        match self {
            Self::NullAtMost(_) | Self::NullAtLeast(_) => Some(Setup::NullRelay),
            Self::DirectAtLeast(_) => Some(Setup::Direct),
            Self::ValueAtMost(_) | Self::ValueWithServers(..) => None,
        }
    }
}

impl fmt::Display for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NullAtMost(bound) => write!(f, "<= {bound}x null relay"),
            Self::NullAtLeast(bound) => write!(f, ">= {bound}x null relay"),
            Self::DirectAtLeast(bound) => write!(f, ">= {bound}x direct"),
            Self::ValueAtMost(bound) => write!(f, "<= {bound}"),
            Self::ValueWithServers(bound, servers) => write!(f, "<= {bound} with {servers} servers"),
        }
    }
}

/// How the figures of a run stand.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Values that had something to hold.
    pub(crate) asked: usize,
    /// Those that missed it.
    pub(crate) missed: usize,
}

impl Ledger {
    /// How many values must hold something, and how many miss it.
    pub(crate) fn tally(&self, setups: &[Setup]) -> Tally {
        let mut tally = Tally::default();
        for row in self.rows() {
            let Some(hold) = Hold::of(row) else { continue };
            for held in setups.iter().filter_map(|&setup| hold.held(self, row, setup)) {
                tally.asked += 1;
                tally.missed += usize::from(!held);
            }
        }
        tally
    }
}
