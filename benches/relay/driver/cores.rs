//! One core or all. On one core a figure is the work that is done; on several it is mostly the scheduler's mood.

use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

use super::{Broken, Outcome};

/// Whether everything shares one core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pinning {
    /// Client, relay and children on one core: the figures that must hold.
    Pinned,
    /// Wherever the scheduler likes.
    Unpinned,
}

impl Pinning {
    /// Name in JSON and in the table.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Pinned => "pinned",
            Self::Unpinned => "unpinned",
        }
    }
}

/// The cores that this process may use. Processes inherit the choice of the thread that starts them.
#[derive(Debug)]
pub(crate) struct Cores {
    all: CpuSet,
    one: usize,
}

impl Cores {
    /// Asks the system; the last core is the one to pin to, since the first tends to serve interrupts.
    pub(crate) fn detect() -> Outcome<Self> {
        let all = sched_getaffinity(None)
            .map_err(|error| Broken::while_doing("ask for the cores of this process")(error.into()))?;
        let one = (0..CpuSet::MAX_CPU).rev().find(|&core| all.is_set(core)).unwrap_or(0);
        Ok(Self { all, one })
    }

    /// How many cores there are, and the one that is pinned to.
    pub(crate) fn describe(&self) -> String {
        format!("{} cores, pinned to core {}", self.all.count(), self.one)
    }

    /// From here on, this thread and what it starts run so.
    pub(crate) fn choose(&self, pinning: Pinning) -> Outcome<()> {
        let mut chosen = self.all;
        if pinning == Pinning::Pinned {
            chosen.clear();
            chosen.set(self.one);
        }
        sched_setaffinity(None, &chosen)
            .map_err(|error| Broken::while_doing("set the core affinity")(error.into()))
    }
}
