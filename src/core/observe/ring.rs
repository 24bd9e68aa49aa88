//! A log that never grows beyond its bounds: one file that is written, and older ones behind it.
//!
//! Many processes append to one ring at once. Each opens the file anew, writes whole lines with `O_APPEND`, and closes it
//! again, so that a file that was moved, removed or replaced meanwhile is nobody's trouble. Only moving the files along is
//! done by one process at a time.

use std::fs::{self, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use memchr::{memchr, memrchr};

use crate::core::platform::files;

/// How much a ring holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of each file.
    pub bytes: u64,
    /// Files, the one that is written included; at least two.
    pub files: usize,
}

/// One log in its files: `NAME`, and behind it `NAME.1`, `NAME.2` and so on, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    file: PathBuf,
    bounds: Bounds,
}

impl Ring {
    /// The ring that is written at `file`.
    pub fn new(file: PathBuf, bounds: Bounds) -> Self {
        Self { file, bounds }
    }

    /// The file that is written.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The files that exist, oldest first.
    pub fn files(&self) -> Vec<PathBuf> {
        let older = (1..).map(|age| self.older(age)).take_while(|file| file.exists());
        let mut all: Vec<_> =
            std::iter::once(self.file.clone()).filter(|file| file.exists()).chain(older).collect();
        all.reverse();
        all
    }

    /// Removes all files. One that is gone already is no error.
    pub fn remove(&self) -> io::Result<()> {
        self.files().iter().try_for_each(|file| unless_missing(fs::remove_file(file)))
    }

    /// Appends whole lines, each with its line feed, and moves files along as needed.
    pub(super) fn append(&self, mut lines: &[u8]) -> io::Result<()> {
        while !lines.is_empty() {
            let mut file = self.open()?;
            let written = file.metadata()?.len();
            let first = memchr(b'\n', lines).map_or(lines.len(), |end| end + 1);
            let room = usize::try_from(self.bounds.bytes.saturating_sub(written)).unwrap_or(usize::MAX);
            // While another process moves the files, a little too much is better than a line less.
            if first > room && written > 0 && self.rotate(first as u64)? {
                continue;
            }
            let fitting = &lines[..lines.len().min(room)];
            let end = memrchr(b'\n', fitting).map_or(0, |end| end + 1).max(first);
            file.write_all(&lines[..end])?;
            lines = &lines[end..];
        }
        Ok(())
    }

    fn open(&self) -> io::Result<fs::File> {
        let directory = self.directory();
        let exposure = match files::exposure(directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                files::create_private_dir(directory)?;
                files::exposure(directory)?
            }
            found => found?,
        };
        // There, a file of ours may be replaced by anything.
        if exposure.writable {
            let what = format!("{} may be changed by other users", directory.display());
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, what));
        }
        files::append_private(&self.file)
    }

    /// Moves every file one place back, unless there is room for `wanted` bytes by now. `false`: another process is at it.
    fn rotate(&self, wanted: u64) -> io::Result<bool> {
        let lock = files::append_private(&self.directory().join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(false),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        if fs::symlink_metadata(&self.file).map_or(0, |data| data.len()) + wanted <= self.bounds.bytes {
            return Ok(true);
        }
        let oldest = self.bounds.files.max(2) - 1;
        for age in (oldest..).take_while(|&age| self.older(age).exists()) {
            unless_missing(fs::remove_file(self.older(age)))?;
        }
        for age in (1..oldest).rev() {
            unless_missing(fs::rename(self.older(age), self.older(age + 1)))?;
        }
        unless_missing(fs::rename(&self.file, self.older(1)))?;
        Ok(true)
    }

    fn older(&self, age: usize) -> PathBuf {
        let mut name = self.file.clone().into_os_string();
        name.push(format!(".{age}"));
        name.into()
    }

    fn directory(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new("."))
    }
}

fn unless_missing(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn ring(bytes: u64, files: usize) -> (tempfile::TempDir, Ring) {
        let home = tempfile::tempdir().expect("a directory");
        let ring = Ring::new(home.path().join("state/logs/x.log"), Bounds { bytes, files });
        (home, ring)
    }

    fn numbers(ring: &Ring) -> Vec<u32> {
        let text: String =
            ring.files().iter().map(|file| fs::read_to_string(file).expect("a file")).collect();
        text.lines().map(|line| line.trim().parse().expect("a number")).collect()
    }

    #[test]
    fn a_ring_keeps_the_newest_lines_within_its_bounds() {
        for (bytes, files, kept) in [(100, 3, 30), (100, 2, 20), (50, 3, 15)] {
            let (_home, ring) = ring(bytes, files);
            for number in 0..1000_u32 {
                ring.append(format!("{number:9}\n").as_bytes()).expect("a line");
            }
            assert_eq!(numbers(&ring), (1000 - kept..1000).collect::<Vec<_>>());
            assert!(ring.files().iter().all(|file| fs::metadata(file).is_ok_and(|data| data.len() <= bytes)));
        }
    }

    #[test]
    fn many_lines_at_once_go_where_one_by_one_they_would_go() {
        let (_home, ring) = ring(100, 4);
        let lines: Vec<_> = (0..1000).map(|number| format!("{number:9}\n")).collect();
        ring.append(lines.concat().as_bytes()).expect("the lines");
        assert_eq!(numbers(&ring), (960..1000).collect::<Vec<_>>());
    }

    #[test]
    fn fewer_files_than_before_leave_none_behind() {
        let (_home, many) = ring(100, 6);
        let few = Ring::new(many.file.clone(), Bounds { bytes: 100, files: 2 });
        for ring in [&many, &few] {
            (0..1000).for_each(|number| ring.append(format!("{number:9}\n").as_bytes()).expect("a line"));
        }
        assert_eq!(few.files().len(), 2);
    }

    #[test]
    fn lines_of_many_threads_stay_whole_and_none_is_lost() {
        let (_home, ring) = ring(2_000, 1000);
        std::thread::scope(|scope| {
            for thread in 0..8_u32 {
                let ring = &ring;
                scope.spawn(move || {
                    (0..500).for_each(|line| {
                        ring.append(format!("{:9}\n", thread * 500 + line).as_bytes()).expect("a line");
                    });
                });
            }
        });
        let mut seen = numbers(&ring);
        seen.sort_unstable();
        assert_eq!(seen, (0..4000).collect::<Vec<_>>());
    }

    #[test]
    fn a_link_a_fifo_and_a_directory_that_others_may_change_are_left_alone() {
        let (home, ring) = ring(100, 2);
        ring.append(b"1\n").expect("a line");
        let elsewhere = home.path().join("elsewhere");
        fs::write(&elsewhere, "").expect("a file");
        ring.remove().expect("no files");
        symlink(&elsewhere, ring.file()).expect("a link");
        ring.append(b"2\n").expect_err("a link");
        assert_eq!(fs::read(&elsewhere).expect("the other file"), b"");
        fs::remove_file(ring.file()).expect("no link");
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, ring.file(), rustix::fs::FileType::Fifo, mode, 0)
            .expect("a fifo");
        ring.append(b"3\n").expect_err("a fifo");
        fs::remove_file(ring.file()).expect("no fifo");
        fs::set_permissions(ring.directory(), fs::Permissions::from_mode(0o777)).expect("a mode");
        ring.append(b"4\n").expect_err("an open directory");
        fs::set_permissions(ring.directory(), fs::Permissions::from_mode(0o700)).expect("a mode");
        ring.append(b"5\n").expect("a line");
        assert_eq!(fs::metadata(ring.file()).expect("the file").permissions().mode() & 0o777, 0o600);
    }
}
