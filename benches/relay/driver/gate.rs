//! Knows when children have been initialised, and holds them there until it is let go.

use std::{
    os::unix::net::{UnixListener, UnixStream},
    path::PathBuf,
    time::{Duration, Instant},
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{Broken, Outcome};

/// How long children may take to start, in seconds.
const PATIENCE: i64 = 30;

/// A socket that children connect to when they get `notifications/initialized`. They read no further request until
/// the connection ends: that they have not been asked for their lists, then, is a fact and no guess.
#[derive(Debug)]
pub(crate) struct Gate {
    listener: UnixListener,
}

impl Gate {
    /// Listens at `path`.
    pub(crate) fn new(path: PathBuf) -> Outcome<Self> {
        let listener = UnixListener::bind(path).map_err(Broken::while_doing("listen for children"))?;
        Ok(Self { listener })
    }

    /// Waits until `expected` children are held. Dropping what comes back lets them go.
    pub(crate) fn hold(&self, expected: usize) -> Outcome<Vec<UnixStream>> {
        let deadline = Instant::now() + Duration::from_secs(PATIENCE.unsigned_abs());
        let mut held = Vec::with_capacity(expected);
        while held.len() < expected {
            if Instant::now() > deadline || !self.someone_is_there()? {
                return Err(Broken::Initialised { expected, got: held.len(), seconds: PATIENCE });
            }
            let (child, _) = self.listener.accept().map_err(Broken::while_doing("accept a child"))?;
            held.push(child);
        }
        Ok(held)
    }

    fn someone_is_there(&self) -> Outcome<bool> {
        let timeout = Timespec { tv_sec: PATIENCE, tv_nsec: 0 };
        let ready = poll(&mut [PollFd::new(&self.listener, PollFlags::IN)], Some(&timeout))
            .map_err(|error| Broken::while_doing("wait for children")(error.into()))?;
        Ok(ready > 0)
    }
}
