//! What happened.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::time::Duration;

/// Counts by name, and how long calls to steady servers took.
#[derive(Default)]
pub(super) struct Tally {
    counts: BTreeMap<String, usize>,
    times: Vec<Duration>,
    /// Resident in the largest session in the end, KiB.
    memory: usize,
}

impl Tally {
    pub(super) fn count(&mut self, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += 1;
    }

    pub(super) fn took(&mut self, time: Duration) {
        self.times.push(time);
    }

    /// Notes how large a process is.
    pub(super) fn memory(&mut self, pid: u32) {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        self.memory = resident.split_whitespace().next().unwrap().parse().unwrap();
    }

    pub(super) fn of(&self, what: &str) -> usize {
        self.counts.get(what).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, other: Self) {
        for (what, count) in other.counts {
            *self.counts.entry(what).or_default() += count;
        }
        self.times.extend(other.times);
        self.memory = self.memory.max(other.memory);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, count) in &self.counts {
            writeln!(f, "{count:>9}  {what}")?;
        }
        let mut times = self.times.clone();
        times.sort_unstable();
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        let last = times.last().copied().unwrap_or_default();
        writeln!(f, "steady servers: p50 {:?}, p99 {:?}, slowest {last:?}", at(50), at(99))?;
        writeln!(f, "resident in the largest session in the end: {} KiB", self.memory)
    }
}
