//! The files of counted calls: what they say, and which of them nobody needs any more.

use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::counter::Counter;
use super::counters::read_counter;
use crate::core::model::{CallLimit, Counted};
use crate::core::platform::{SharedFile, is_running};

/// How long who only looks waits for who counts.
const PATIENCE: Duration = Duration::from_millis(100);

/// How many calls count now.
#[derive(Debug, Clone, Default)]
pub struct Used(Counter);

impl Used {
    /// For this limit.
    pub fn calls(&self, limit: CallLimit) -> u32 {
        self.0.calls(limit)
    }
}

pub(super) fn file_of(dir: &Path, counted: Counted) -> PathBuf {
    dir.join(counted.to_string())
}

/// How many calls of `counted` count at `now`. Blocks for a moment where others count.
pub fn used(dir: &Path, counted: Counted, now: Timestamp) -> io::Result<Used> {
    let Some(mut file) = SharedFile::open_existing(&file_of(dir, counted))? else {
        return Ok(Used::default());
    };
    // Who is stopped while it counts hides nothing: it writes in one piece.
    let held = file.hold(PATIENCE).is_ok();
    let counter = read_counter(&file, &mut Vec::new());
    if held {
        file.release();
    }
    let mut counter = counter?;
    counter.turn(now);
    counter.forget(is_running);
    Ok(Used(counter))
}

/// How long nobody must have written a file before it is looked at: longer than any window.
const OLD: Duration = Duration::from_hours(48);

/// Removes the files that say nothing at `now`: as good as none.
pub fn sweep(dir: &Path, now: Timestamp) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    let old = |entry: &DirEntry| {
        let written = entry.metadata().and_then(|metadata| metadata.modified());
        written.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > OLD))
    };
    for entry in entries.flatten().filter(old) {
        if let Err(error) = sweep_one(&entry.path(), now) {
            tracing::debug!("can't tidy up in {}: {error}", dir.display());
        }
    }
}

fn sweep_one(path: &Path, now: Timestamp) -> io::Result<()> {
    let Some(mut file) = SharedFile::open_existing(path)? else { return Ok(()) };
    match file.hold(Duration::ZERO) {
        Err(error) if error.kind() == io::ErrorKind::TimedOut => return Ok(()),
        held => held?,
    }
    let swept = read_counter(&file, &mut Vec::new()).and_then(|mut counter| {
        counter.turn(now);
        counter.forget(is_running);
        if counter.is_idle() { file.remove() } else { Ok(()) }
    });
    file.release();
    swept
}
