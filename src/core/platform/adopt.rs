//! Streams that somebody else made: whatever the client gave mcpgw as stdin and stdout.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};

use rustix::fs::{FileType, Mode, OFlags};

use super::endpoint::{Reader, Writer};

/// Reads from `fd`. A pipe is opened anew, so that making it non-blocking doesn't change the client's own description.
pub fn adopt_reader(fd: OwnedFd) -> io::Result<Reader> {
    match kind(&fd)? {
        FileType::Fifo => match reopen(&fd, OFlags::RDONLY) {
            Ok(own) => Reader::non_blocking(own),
            Err(_) => Reader::threaded(File::from(fd)),
        },
        FileType::Socket => Reader::socket(fd),
        _ => Reader::threaded(File::from(fd)),
    }
}

/// Writes to `fd`, likewise.
pub fn adopt_writer(fd: OwnedFd) -> io::Result<Writer> {
    match kind(&fd)? {
        FileType::Fifo => match reopen(&fd, OFlags::WRONLY) {
            Ok(own) => Writer::non_blocking(own),
            Err(_) => Writer::threaded(File::from(fd)),
        },
        FileType::Socket => Writer::socket(fd),
        _ => Writer::threaded(File::from(fd)),
    }
}

/// Whether `fd` is a pipe or a socket, so that a program is at its other end.
pub fn is_stream(fd: impl AsFd) -> bool {
    rustix::fs::fstat(fd)
        .is_ok_and(|stat| matches!(FileType::from_raw_mode(stat.st_mode), FileType::Fifo | FileType::Socket))
}

fn kind(fd: &OwnedFd) -> io::Result<FileType> {
    Ok(FileType::from_raw_mode(rustix::fs::fstat(fd)?.st_mode))
}

/// A second description of a pipe (Linux: proc(5), `/proc/self/fd`); elsewhere the open fails and a thread serves.
fn reopen(fd: &OwnedFd, access: OFlags) -> io::Result<OwnedFd> {
    let path = format!("/proc/self/fd/{}", fd.as_raw_fd());
    Ok(rustix::fs::open(path, access | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty())?)
}
