//! The files of counted calls: what they say, and which of them nobody needs any more.

use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::book::read;
use super::counter::{Counter, Share};
use super::window::Moment;
use crate::core::model::{CallLimit, Counted};
use crate::core::platform::{SharedFile, is_running, process_space};

/// How many calls count now.
#[derive(Debug, Clone, Default)]
pub struct Used(Counter, Timestamp);

impl Used {
    /// For this limit.
    pub fn calls(&self, limit: CallLimit) -> u32 {
        self.0.calls(limit, self.1)
    }
}

pub(super) fn file_of(dir: &Path, counted: Counted) -> PathBuf {
    dir.join(counted.to_string())
}

/// How many calls of `counted` count at `now`.
pub fn used(dir: &Path, counted: Counted, now: Timestamp) -> io::Result<Used> {
    let mut counter = Counter::default();
    if let Some(mut file) = SharedFile::open_existing(&file_of(dir, counted))? {
        read(&mut file, &mut Vec::new(), &mut counter)?;
    }
    forget(&mut counter, now.into());
    Ok(Used(counter, now))
}

/// Forgets what those had under way who have left.
fn forget(counter: &mut Counter, now: Moment) {
    let space = process_space();
    counter.leave(|owner, at| Share { at, ..Share::of(owner) }.is_gone(space, now, is_running));
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
        if let Err(error) = sweep_one(&entry.path(), now.into()) {
            tracing::debug!("can't tidy up in {}: {error}", dir.display());
        }
    }
}

fn sweep_one(path: &Path, now: Moment) -> io::Result<()> {
    let Some(mut file) = SharedFile::open_existing(path)? else { return Ok(()) };
    match file.try_hold() {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
        held => held?,
    };
    let mut counter = Counter::default();
    let swept = read(&mut file, &mut Vec::new(), &mut counter).and_then(|_| {
        forget(&mut counter, now);
        if counter.is_idle(now) { file.remove() } else { Ok(()) }
    });
    file.release();
    swept
}
