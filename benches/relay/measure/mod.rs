//! What is measured: one file a group of figures, each group in processes of its own.

mod asking;
mod beside;
mod calls;
mod end;
mod figure;
mod frames;
mod limits;
mod listing;
mod memory;
mod progress;
mod sessions;
mod start;

use crate::{
    driver::{Outcome, Rig, Setup, Wire},
    options::Plan,
};

pub(crate) use figure::{Figure, Unit};

/// One round of one group: returns a value for each of its figures that `setup` has.
pub(crate) type Measure = fn(&Rig, Setup, Wire, Plan) -> Outcome<Vec<(Figure, f64)>>;

/// A group of figures that are taken from the same process.
pub(crate) struct Group {
    /// Shown while it runs.
    pub(crate) name: &'static str,
    /// What it yields.
    pub(crate) figures: &'static [Figure],
    /// How.
    pub(crate) measure: Measure,
}

impl Group {
    /// Whether it is measured with `setup`.
    pub(crate) fn has(&self, setup: Setup) -> bool {
        let is_large = |figure: &Figure| figure.unit() == Unit::MibPerSecond;
        setup != Setup::HoldingRelay || self.figures.iter().any(is_large)
    }
}

/// All groups, in the order in which they run.
pub(crate) const GROUPS: [Group; 18] = [
    Group {
        name: "calls",
        figures: &[Figure::CallP50, Figure::CallP99, Figure::InFlight],
        measure: calls::measure,
    },
    Group {
        name: "calls under limits",
        figures: &[Figure::LimitedP50, Figure::LimitedP99, Figure::LimitedInFlight],
        measure: limits::measure,
    },
    Group {
        name: "1 MiB frames",
        figures: &[
            Figure::Result1Mib,
            Figure::Result1MibIdLast,
            Figure::Result1MibPlain,
            Figure::Argument1Mib,
        ],
        measure: frames::measure_1_mib,
    },
    Group {
        name: "calls that ask back",
        figures: &[Figure::AskingP50, Figure::AskingP99, Figure::AskingInFlight],
        measure: asking::measure,
    },
    Group { name: "progress", figures: &[Figure::Progress], measure: progress::measure },
    Group {
        name: "1 MiB sampling",
        figures: &[Figure::Question1Mib, Figure::Reply1Mib],
        measure: asking::measure_1_mib,
    },
    Group {
        name: "16 MiB frames and memory",
        figures: &[
            Figure::Result16Mib,
            Figure::Result16MibIdLast,
            Figure::IdleMemory,
            Figure::PeakMemory,
            Figure::PeakExcess,
        ],
        measure: frames::measure_16_mib,
    },
    Group { name: "start", figures: &[Figure::Start], measure: start::measure },
    Group {
        name: "start beside a silent server",
        figures: &[Figure::StartSilent],
        measure: start::measure_silent,
    },
    Group {
        name: "start with a credential",
        figures: &[Figure::StartToken, Figure::StartProfile],
        measure: limits::measure_start,
    },
    Group {
        name: "commands of tokens",
        figures: &[Figure::TokenCreate, Figure::TokenList],
        measure: limits::measure_commands,
    },
    Group { name: "list", figures: &[Figure::List], measure: listing::measure },
    Group { name: "list, warm", figures: &[Figure::ListWarm], measure: listing::measure_warm },
    Group {
        name: "calls beside trouble",
        figures: &[Figure::BesideTrouble],
        measure: beside::measure_trouble,
    },
    Group {
        name: "calls beside chatter",
        figures: &[Figure::BesideChatter],
        measure: beside::measure_chatter,
    },
    Group { name: "killed child", figures: &[Figure::Killed], measure: end::measure_kill },
    Group { name: "end", figures: &[Figure::Ended], measure: end::measure_end },
    Group {
        name: "1,000 sessions",
        figures: &[Figure::SessionsMemory, Figure::SessionsDescriptors],
        measure: sessions::measure,
    },
];
