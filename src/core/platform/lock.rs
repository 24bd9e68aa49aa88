//! A lock that processes hold one at a time, and that ends with its holder.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::Duration;

use super::files;
use super::hanging::within;

/// A lock that is held until this is dropped, or the process ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Waits at most `patience` for the lock on `file`, which is made when it is missing: [`io::ErrorKind::TimedOut`] after that.
pub async fn lock(file: &Path, patience: Duration) -> io::Result<Lock> {
    let file = file.to_owned();
    let held = within(patience, "lock", move || {
        let file = files::open_private(&file)?;
        match file.lock() {
            // A file system without locks is used by one machine's processes as well as it can be.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            done => done?,
        }
        Ok(Lock { _file: file })
    });
    held.await?
}
