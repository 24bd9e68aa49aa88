//! All processes that a process has started, and theirs.

use std::{
    collections::BTreeMap,
    fs, thread,
    time::{Duration, Instant},
};

use super::{Broken, Outcome};

/// How long they may take to end.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is looked whether they have.
const ROUND: Duration = Duration::from_micros(500);

/// Process ids.
#[derive(Debug)]
pub(super) struct Family(Vec<u32>);

impl Family {
    /// What descends from `id` at this moment.
    pub(super) fn of(id: u32) -> Self {
        let mut parents = BTreeMap::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let pid = entry.file_name().to_str().and_then(|name| name.parse().ok());
            if let Some((pid, (_, parent))) = pid.and_then(|pid| Some((pid, state_and_parent(pid)?))) {
                parents.insert(pid, parent);
            }
        }
        let mut family = vec![id];
        let mut next = 0;
        while let Some(&parent) = family.get(next) {
            family.extend(parents.iter().filter(|(_, of)| **of == parent).map(|(&pid, _)| pid));
            next += 1;
        }
        family.remove(0);
        Self(family)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Returns when none is left; one that nobody has reaped yet is gone.
    pub(super) fn wait_until_gone(&self) -> Outcome<()> {
        let deadline = Instant::now() + PATIENCE;
        let is_alive =
            |&pid: &u32| state_and_parent(pid).is_some_and(|(state, _)| !matches!(state, 'Z' | 'X'));
        while let Some(&left) = self.0.iter().find(|pid| is_alive(pid)) {
            if Instant::now() > deadline {
                return Err(Broken::Left(left));
            }
            thread::sleep(ROUND);
        }
        Ok(())
    }
}

/// Two fields of `/proc/PID/stat`, behind the program's name, which is in parentheses (proc(5)).
fn state_and_parent(pid: u32) -> Option<(char, u32)> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
