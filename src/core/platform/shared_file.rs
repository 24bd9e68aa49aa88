//! A small file that processes read and write one at a time.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::files;

/// How often the lock is tried at once, then how long is waited between two tries, at first and at most.
const AT_ONCE: u32 = 8;
const FIRST_WAIT: Duration = Duration::from_micros(20);
const LONGEST_WAIT: Duration = Duration::from_millis(1);

/// A small file that processes read and write one at a time. What is written outlives the process, however it ends.
#[derive(Debug)]
pub struct SharedFile {
    path: PathBuf,
    file: File,
}

impl SharedFile {
    /// Opens the file, making it with mode 0600 when it is missing.
    pub fn open(path: PathBuf) -> io::Result<Self> {
        Ok(Self { file: files::open_private(&path)?, path })
    }

    /// Opens the file, to look at it only; nothing: there is none.
    pub fn open_existing(path: &Path) -> io::Result<Option<Self>> {
        match files::read_regular(path) {
            Ok(file) => Ok(Some(Self { path: path.to_owned(), file })),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps all others out until [`SharedFile::release`]: [`ErrorKind::TimedOut`] when somebody else does for longer than
    /// `patience`. Blocks meanwhile.
    pub fn hold(&mut self, patience: Duration) -> io::Result<()> {
        let mut until = None;
        let (mut tries, mut wait) = (0, FIRST_WAIT);
        loop {
            match self.file.try_lock() {
                // Who held it may have removed it: another one has its name now, or will have.
                Ok(()) if self.is_removed()? => {
                    self.release();
                    self.file = files::open_private(&self.path)?;
                }
                Ok(()) => return Ok(()),
                // A file system without locks is used by one machine's processes as well as it can be.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok(()),
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) => {
                    let until = *until.get_or_insert_with(|| Instant::now() + patience);
                    tries += 1;
                    if patience.is_zero() || Instant::now() >= until {
                        return Err(ErrorKind::TimedOut.into());
                    }
                    if tries <= AT_ONCE {
                        thread::yield_now();
                    } else {
                        thread::sleep(wait);
                        wait = (wait * 2).min(LONGEST_WAIT);
                    }
                }
            }
        }
    }

    /// Lets others in again.
    pub fn release(&self) {
        let _ = self.file.unlock();
    }

    /// Reads it from the beginning, as far as `into` goes; returns how far that was.
    pub fn read(&self, into: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < into.len() {
            match self.file.read_at(&mut into[filled..], filled as u64) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    /// Writes `bytes` over its beginning.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all_at(bytes, 0)
    }

    /// Removes it while it is held; who waits for it makes it anew.
    pub fn remove(&self) -> io::Result<()> {
        std::fs::remove_file(&self.path)
    }

    fn is_removed(&self) -> io::Result<bool> {
        Ok(self.file.metadata()?.nlink() == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_for_a_file_that_is_removed_makes_it_anew() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("f");
        let mut first = SharedFile::open(path.clone()).expect("a file");
        let mut second = SharedFile::open(path.clone()).expect("the same");
        first.hold(Duration::ZERO).expect("free");
        let busy = second.hold(Duration::ZERO).expect_err("held");
        assert_eq!(busy.kind(), ErrorKind::TimedOut);
        first.write(b"old").expect("written");
        first.remove().expect("removed");
        first.release();
        second.hold(Duration::ZERO).expect("free");
        let mut bytes = [0; 8];
        assert_eq!(second.read(&mut bytes).expect("read"), 0);
        second.write(b"new").expect("written");
        assert!(first.hold(Duration::ZERO).is_err(), "it is the new file that is held");
        second.release();
        first.hold(Duration::ZERO).expect("free");
        assert_eq!(first.read(&mut bytes).expect("read"), 3);
        assert!(SharedFile::open_existing(&dir.path().join("none")).expect("none").is_none());
    }
}
