//! The process's own stdin and stdout, whatever the client made them.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};

use rustix::fs::{FileType, Mode, OFlags};

use super::endpoint::{Reader, Writer};
use super::process::enlarge;

/// Stdin. A pipe is opened anew, so that making it non-blocking doesn't change the client's own description.
pub fn standard_input() -> io::Result<Reader> {
    let fd = io::stdin().as_fd().try_clone_to_owned()?;
    match kind(&fd)? {
        FileType::Fifo => match reopen(0, OFlags::RDONLY) {
            Ok(own) => Reader::non_blocking(own),
            Err(_) => Ok(Reader::threaded(File::from(fd))),
        },
        FileType::Socket => Reader::socket(fd),
        _ => Ok(Reader::threaded(File::from(fd))),
    }
}

/// Stdout, likewise.
pub fn standard_output() -> io::Result<Writer> {
    let fd = io::stdout().as_fd().try_clone_to_owned()?;
    match kind(&fd)? {
        FileType::Fifo => match reopen(1, OFlags::WRONLY) {
            Ok(own) => Writer::non_blocking(own),
            Err(_) => Ok(Writer::threaded(File::from(fd))),
        },
        FileType::Socket => Writer::socket(fd),
        _ => Ok(Writer::threaded(File::from(fd))),
    }
}

fn kind(fd: &OwnedFd) -> io::Result<FileType> {
    Ok(FileType::from_raw_mode(rustix::fs::fstat(fd)?.st_mode))
}

/// A second description of one of our pipes (Linux: proc(5), `/proc/self/fd`); elsewhere the open fails and a thread serves.
fn reopen(number: u8, access: OFlags) -> io::Result<OwnedFd> {
    let path = format!("/proc/self/fd/{number}");
    let fd = rustix::fs::open(path, access | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty())?;
    enlarge(&fd);
    Ok(fd)
}
