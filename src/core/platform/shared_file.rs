//! A small file that several processes write. Nobody may make it shorter while they do: where memory can be shared, they have it
//! there.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{Ordering, fence};

use super::files;
#[cfg(target_os = "linux")]
use super::mapped::Mapped;

/// How long a file is made at least where it is memory, bytes.
#[cfg(target_os = "linux")]
const LEAST: u64 = 16 * 1024;
/// None of ours is longer.
#[cfg(target_os = "linux")]
const MOST: u64 = 2 * 1024 * 1024;

/// A small file that several processes write. What is written outlives the process, however it ends.
#[derive(Debug)]
pub struct SharedFile {
    path: PathBuf,
    file: File,
    #[cfg(target_os = "linux")]
    mapped: Option<Mapped>,
    /// It is another file than the one that was held last.
    is_other: bool,
}

impl SharedFile {
    /// Opens the file, making it with mode 0600 when it is missing. What is no file, or a link, is refused.
    pub fn open(path: PathBuf) -> io::Result<Self> {
        let file = files::open_regular(&path)?;
        Ok(Self {
            #[cfg(target_os = "linux")]
            mapped: None,
            path,
            file,
            is_other: false,
        })
    }

    /// Opens the file, to look at it only; nothing: there is none.
    pub fn open_existing(path: &Path) -> io::Result<Option<Self>> {
        match files::read_regular(path) {
            Ok(file) => Ok(Some(Self {
                path: path.to_owned(),
                file,
                #[cfg(target_os = "linux")]
                mapped: None,
                is_other: false,
            })),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps out all others who ask for that, until [`SharedFile::release`]; [`ErrorKind::WouldBlock`] when somebody does already.
    /// `true`: it is another file by now that has the name.
    pub fn try_hold(&mut self) -> io::Result<bool> {
        loop {
            match self.file.try_lock() {
                Ok(()) if !self.has_its_name().inspect_err(|_| self.release())? => {
                    self.release();
                    *self = Self::open(self.path.clone())?;
                    self.is_other = true;
                }
                Ok(()) => {
                    #[cfg(target_os = "linux")]
                    if let Err(error) = self.map() {
                        self.release();
                        return Err(error);
                    }
                    return Ok(std::mem::take(&mut self.is_other));
                }
                // A file system without locks is used by one machine's processes as well as it can be.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Ok(std::mem::take(&mut self.is_other));
                }
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) => return Err(ErrorKind::WouldBlock.into()),
            }
        }
    }

    /// Sees to it that all of the file is memory, where that can be had: others may have made it longer.
    #[cfg(target_os = "linux")]
    fn map(&mut self) -> io::Result<()> {
        let length = self.file.metadata()?.len();
        let is_new = self.mapped.as_ref().is_none_or(|mapped| mapped.length() < length);
        if is_new && length <= MOST {
            self.mapped = Mapped::of(&self.file, LEAST).or_else(|| self.mapped.take());
        }
        Ok(())
    }

    /// Lets others in again.
    pub fn release(&self) {
        let _ = self.file.unlock();
    }

    /// Reads it from `offset` on, as far as `into` goes; returns how far that was. What is in memory that is shared is read number by
    /// number, from the first to the last.
    pub fn read(&mut self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        // Behind whatever this process has written: of two that write and then read, one at least reads what both have written.
        fence(Ordering::SeqCst);
        #[cfg(target_os = "linux")]
        if let Some(mapped) = &self.mapped {
            if mapped.read(into, offset).is_some() {
                return Ok(into.len());
            }
            self.map()?;
            if self.mapped.as_ref().is_some_and(|mapped| mapped.read(into, offset).is_some()) {
                return Ok(into.len());
            }
        }
        files::read_at(&self.file, into, offset)
    }

    /// Whether the number at `offset` is in memory that all share who use the file.
    pub fn shares_memory(&self, offset: u64) -> bool {
        #[cfg(target_os = "linux")]
        return self.mapped.as_ref().is_some_and(|mapped| mapped.length() > offset);
        #[cfg(not(target_os = "linux"))]
        {
            let _ = offset;
            false
        }
    }

    /// The number at `offset` (a little-endian `u64`), where that is in memory that is shared.
    pub fn number(&self, offset: u64) -> Option<u64> {
        #[cfg(target_os = "linux")]
        return self.mapped.as_ref()?.number(offset);
        #[cfg(not(target_os = "linux"))]
        {
            let _ = offset;
            None
        }
    }

    /// Adds to the numbers from `offset` on (little-endian `u64`s in memory that is shared), which only this one writes. `false`: they
    /// are not there.
    pub fn add(&self, offset: u64, more: &[i64]) -> bool {
        #[cfg(target_os = "linux")]
        return self.mapped.as_ref().is_some_and(|mapped| mapped.add(offset, more).is_some());
        #[cfg(not(target_os = "linux"))]
        {
            let _ = (offset, more);
            false
        }
    }

    /// Takes one from the number at `offset` (a little-endian `u64` in memory that is shared), all at once for whoever looks. `false`:
    /// it was none.
    pub fn take_one(&self, offset: u64) -> bool {
        #[cfg(target_os = "linux")]
        return self.mapped.as_ref().is_some_and(|mapped| mapped.take_one(offset));
        #[cfg(not(target_os = "linux"))]
        {
            let _ = offset;
            false
        }
    }

    /// Makes the number at `offset` zero, in the same way; where no memory is shared, while the file is held.
    pub fn take_all(&self, offset: u64) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if self.mapped.as_ref().is_some_and(|mapped| mapped.take_all(offset).is_some()) {
            return Ok(());
        }
        self.file.write_all_at(&[0; size_of::<u64>()], offset)
    }

    /// How long it is, bytes.
    pub fn length(&self) -> io::Result<usize> {
        Ok(usize::try_from(self.file.metadata()?.len()).unwrap_or(usize::MAX))
    }

    /// Writes `bytes` at `offset`.
    pub fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if self.mapped.as_ref().is_some_and(|mapped| mapped.write(bytes, offset).is_some()) {
            return Ok(());
        }
        self.file.write_all_at(bytes, offset)
    }

    /// Removes it while it is held; who waits for it makes it anew.
    pub fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }

    /// Whether this is the file that has its name: it may have been removed or replaced.
    pub fn has_its_name(&self) -> io::Result<bool> {
        let own = self.file.metadata()?;
        match fs::symlink_metadata(&self.path) {
            Ok(named) => Ok((named.dev(), named.ino()) == (own.dev(), own.ino())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_for_a_file_that_is_removed_or_replaced_gets_the_one_of_its_name() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("f");
        let mut first = SharedFile::open(path.clone()).expect("a file");
        let mut second = SharedFile::open(path.clone()).expect("the same");
        assert!(!first.try_hold().expect("free"));
        let busy = second.try_hold().expect_err("held");
        assert_eq!(busy.kind(), ErrorKind::WouldBlock);
        first.write_at(b"old", 0).expect("written");
        first.remove().expect("removed");
        first.release();
        assert!(second.try_hold().expect("free"));
        let mut bytes = [0; 8];
        second.read(&mut bytes, 0).expect("read");
        assert_eq!(&bytes, &[0; 8]);
        second.write_at(b"new", 2).expect("written");
        assert!(first.try_hold().is_err(), "it is the new file that is held");
        second.release();
        assert!(first.try_hold().expect("free"));
        first.read(&mut bytes, 0).expect("read");
        assert_eq!(&bytes, b"\0\0new\0\0\0");
        first.release();
        fs::write(dir.path().join("g"), "other").expect("another");
        fs::rename(dir.path().join("g"), &path).expect("replaced");
        assert!(first.try_hold().expect("free"));
        first.read(&mut bytes, 0).expect("read");
        assert_eq!(&bytes[..5], b"other");
        assert!(SharedFile::open_existing(&dir.path().join("none")).expect("none").is_none());
    }

    #[test]
    fn what_one_writes_others_read_wherever_it_stands_and_however_they_do() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("f");
        let [mut one, mut other] = [(); 2].map(|()| {
            let mut file = SharedFile::open(path.clone()).expect("a file");
            file.try_hold().expect("free");
            file.release();
            file
        });
        let mut looking = SharedFile::open_existing(&path).expect("it").expect("there");
        // In shared memory, in a piece of a word there, at its end, and behind it.
        for (place, tag) in [(0, 1), (4, 2), (16 * 1024 - 8, 3), (16 * 1024 - 4, 4), (100_000, 5)] {
            one.write_at(&[tag; 16], place).expect("written");
            for file in [&mut one, &mut other, &mut looking] {
                let mut bytes = [0; 16];
                assert_eq!(file.read(&mut bytes, place).expect("read"), 16);
                assert_eq!(bytes, [tag; 16], "{place}");
            }
        }
        let mut bytes = [0; 64];
        assert_eq!(one.read(&mut bytes, 100_000).expect("read"), 16);
    }

    #[test]
    fn a_link_is_not_followed() {
        let dir = tempfile::tempdir().expect("a directory");
        let (target, link) = (dir.path().join("target"), dir.path().join("link"));
        std::os::unix::fs::symlink(&target, &link).expect("a link");
        assert!(SharedFile::open(link).is_err());
        assert!(!target.exists());
    }
}
