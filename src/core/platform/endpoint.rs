//! One direction of a byte stream, without blocking: a pipe, a socket, or anything else through a thread.

use std::fs::File;
use std::future::poll_fn;
use std::io::{self, IoSlice};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::task::Poll;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::net::{RecvFlags, SendAncillaryBuffer, SendFlags};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

use super::hint::Hint;
use super::threaded::{ThreadReader, ThreadWriter};

/// How a descriptor is read or written without blocking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// `O_NONBLOCK` is set on a description that nobody else uses.
    NonBlocking,
    /// `MSG_DONTWAIT` on each call: the description may be shared with the client's other processes.
    DontWait,
}

/// What a pipe that carries large frames should hold, bytes: with less there are more wake-ups, with more less of it stays in the
/// processor's cache.
const WIDE: usize = 256 * 1024;

/// Where bytes come from.
#[derive(Debug)]
pub struct Reader {
    source: Source,
    hint: Arc<Hint>,
    /// The next read is a look that was hinted at.
    looks: bool,
}

#[derive(Debug)]
enum Source {
    Descriptor(AsyncFd<OwnedFd>, Mode),
    Thread(ThreadReader),
}

impl Reader {
    /// A descriptor whose description is non-blocking and ours alone.
    pub(super) fn non_blocking(fd: OwnedFd) -> io::Result<Self> {
        Ok(Self::of(Source::Descriptor(register(fd, Interest::READABLE)?, Mode::NonBlocking)))
    }

    /// A socket, whose flags are left alone.
    pub(super) fn socket(fd: OwnedFd) -> io::Result<Self> {
        Ok(Self::of(Source::Descriptor(register(fd, Interest::READABLE)?, Mode::DontWait)))
    }

    /// A file or terminal, read by a thread of its own.
    pub(super) fn threaded(file: File) -> io::Result<Self> {
        Ok(Self::of(Source::Thread(ThreadReader::start(file)?)))
    }

    fn of(source: Source) -> Self {
        Self { source, hint: Arc::default(), looks: false }
    }

    /// Where others can say that there may be something to read.
    pub fn hint(&self) -> Arc<Hint> {
        Arc::clone(&self.hint)
    }

    /// Makes room for large frames, which then need few wake-ups.
    pub fn widen(&self) {
        if let Source::Descriptor(fd, Mode::NonBlocking) = &self.source {
            widen(fd.get_ref());
        }
    }

    /// Returns when there may be something to read, or the stream has ended, or a hint says so. Cancel-safe.
    pub async fn ready(&mut self) -> io::Result<()> {
        let Self { source, hint, looks } = self;
        match source {
            Source::Descriptor(fd, _) => {
                poll_fn(|context| {
                    let hinted = hint.take(context);
                    // Nobody else waits for it: that is remembered in a place of its own.
                    let ready = fd.poll_read_ready(context).map_ok(|mut ready| ready.retain_ready());
                    *looks = hinted && ready.is_pending();
                    if *looks { Poll::Ready(Ok(())) } else { ready }
                })
                .await
            }
            Source::Thread(thread) => {
                thread.ready().await;
                Ok(())
            }
        }
    }

    /// Reads what is there into `into`, which has room; 0 at the end of the stream, `WouldBlock` when there is nothing yet.
    pub fn try_read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let (fd, mode) = match &mut self.source {
            Source::Descriptor(fd, mode) => (fd, *mode),
            Source::Thread(thread) => return thread.try_read(into),
        };
        if std::mem::take(&mut self.looks) {
            // What is known of its readiness stays as it is: at worst there is another look.
            let result = receive(fd.get_ref(), mode, into);
            self.hint.looked(result.is_ok());
            return result;
        }
        let room = into.len();
        let mut partial = None;
        let result = fd.try_io(Interest::READABLE, |fd| {
            let count = receive(fd, mode, into)?;
            if (1..room).contains(&count) {
                // Another read would find nothing: the readiness that was known before this one is used up.
                partial = Some(count);
                return Err(io::ErrorKind::WouldBlock.into());
            }
            Ok(count)
        });
        partial.map_or(result, Ok)
    }

    /// Waits, then reads as [`Reader::try_read`] does. Cancel-safe.
    pub async fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            self.ready().await?;
            match self.try_read(into) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
        }
    }
}

fn receive(fd: &OwnedFd, mode: Mode, into: &mut [u8]) -> io::Result<usize> {
    loop {
        let result = match mode {
            Mode::NonBlocking => rustix::io::read(fd, &mut *into),
            Mode::DontWait => rustix::net::recv(fd, &mut *into, RecvFlags::DONTWAIT).map(|(count, _)| count),
        };
        match result {
            Err(Errno::INTR) => {}
            // A peer that went away without reading what we sent it.
            Err(Errno::CONNRESET) => return Ok(0),
            result => return Ok(result?),
        }
    }
}

/// Where bytes go.
#[derive(Debug)]
pub struct Writer(Sink);

#[derive(Debug)]
enum Sink {
    Descriptor(AsyncFd<OwnedFd>, Mode),
    Thread(ThreadWriter),
}

impl Writer {
    /// A descriptor whose description is non-blocking and ours alone.
    pub(super) fn non_blocking(fd: OwnedFd) -> io::Result<Self> {
        Ok(Self(Sink::Descriptor(register(fd, Interest::WRITABLE)?, Mode::NonBlocking)))
    }

    /// A socket, whose flags are left alone.
    pub(super) fn socket(fd: OwnedFd) -> io::Result<Self> {
        Ok(Self(Sink::Descriptor(register(fd, Interest::WRITABLE)?, Mode::DontWait)))
    }

    /// A file or terminal, written by a thread of its own.
    pub(super) fn threaded(file: File) -> io::Result<Self> {
        Ok(Self(Sink::Thread(ThreadWriter::start(file)?)))
    }

    /// Writes what fits now and returns how much that was; `WouldBlock` when nothing fits.
    pub fn try_write(&self, pieces: &[IoSlice<'_>]) -> io::Result<usize> {
        match &self.0 {
            Sink::Descriptor(fd, mode) => loop {
                let result = fd.try_io(Interest::WRITABLE, |fd| send(fd, *mode, pieces));
                match result {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => return result,
                }
            },
            Sink::Thread(thread) => thread.try_write(pieces),
        }
    }

    /// Makes room for large frames, which then need few wake-ups.
    pub fn widen(&self) {
        if let Sink::Descriptor(fd, Mode::NonBlocking) = &self.0 {
            widen(fd.get_ref());
        }
    }

    /// Returns when something may fit again, or the other side has gone. Cancel-safe.
    pub async fn writable(&self) -> io::Result<()> {
        match &self.0 {
            Sink::Descriptor(fd, _) => fd.writable().await.map(|mut ready| ready.retain_ready()),
            Sink::Thread(thread) => thread.writable().await,
        }
    }

    /// Whether the other side has closed its end altogether, so that nothing written here would reach anybody. A file never does.
    pub fn is_abandoned(&self) -> bool {
        matches!(&self.0, Sink::Descriptor(fd, _) if is_abandoned(fd))
    }

    /// Waits until everything accepted has left this process.
    pub async fn flush(&self) {
        if let Sink::Thread(thread) = &self.0 {
            thread.flush().await;
        }
    }
}

/// Whether the other side of a stream has closed its end altogether. A file never does.
pub fn is_abandoned(stream: impl AsFd) -> bool {
    // Errors and hang-ups are reported whatever is asked for (poll(2)).
    let mut ends = [PollFd::new(&stream, PollFlags::empty())];
    let polled = poll(&mut ends, Some(&Timespec::default()));
    polled.is_ok() && ends[0].revents().intersects(PollFlags::ERR | PollFlags::HUP)
}

/// Enlarges a pipe, unless it was before. Only where it pays: the kernel counts pipes' memory per user, and past a limit
/// makes all the user's new pipes small (pipe(7)). A refusal costs speed alone.
fn widen(pipe: &OwnedFd) {
    #[cfg(target_os = "linux")]
    if rustix::pipe::fcntl_getpipe_size(pipe).is_ok_and(|size| size < WIDE) {
        let _ = rustix::pipe::fcntl_setpipe_size(pipe, WIDE);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (pipe, WIDE);
}

#[expect(
    deprecated,
    reason = "its successor is unsafe, for types whose descriptor may change under it; an OwnedFd's can't, and nothing here replaces one"
)]
pub(super) fn register(fd: OwnedFd, interest: Interest) -> io::Result<AsyncFd<OwnedFd>> {
    AsyncFd::with_interest(fd, interest)
}

fn send(fd: &OwnedFd, mode: Mode, pieces: &[IoSlice<'_>]) -> io::Result<usize> {
    let flags = SendFlags::DONTWAIT | SendFlags::NOSIGNAL;
    Ok(match (mode, pieces) {
        // Nearly every frame is one piece: the kernel has less to look through.
        (Mode::NonBlocking, [piece]) => rustix::io::write(fd, piece)?,
        (Mode::NonBlocking, pieces) => rustix::io::writev(fd, pieces)?,
        (Mode::DontWait, [piece]) => rustix::net::send(fd, piece, flags)?,
        (Mode::DontWait, pieces) => {
            rustix::net::sendmsg(fd, pieces, &mut SendAncillaryBuffer::default(), flags)?
        }
    })
}
