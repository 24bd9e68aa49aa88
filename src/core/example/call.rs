//! A call that takes a while: how it reports progress, logs, waits and learns that it was cancelled.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};

use super::revision::Revision;

/// The log levels of RFC 5424, least severe first; the protocol names them so.
const LEVELS: [&str; 8] = ["debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"];

/// The least severe level that the client wants to see; shared between the calls of a connection.
#[derive(Debug)]
pub(super) struct LogLevel(AtomicU8);

impl LogLevel {
    /// Sets the level by its name; false when there is no such level.
    pub(super) fn set(&self, name: &str) -> bool {
        let rank = rank(name);
        if let Some(rank) = rank {
            self.0.store(rank, Ordering::Relaxed);
        }
        rank.is_some()
    }

    fn shows(&self, name: &str) -> bool {
        rank(name).is_some_and(|rank| rank >= self.0.load(Ordering::Relaxed))
    }
}

impl Default for LogLevel {
    fn default() -> Self {
        Self(AtomicU8::new(1))
    }
}

fn rank(name: &str) -> Option<u8> {
    LEVELS.iter().zip(0..).find(|(level, _)| **level == name).map(|(_, rank)| rank)
}

/// Tells a running call to stop.
#[derive(Debug, Default)]
pub(super) struct Cancellation {
    cancelled: Mutex<bool>,
    changed: Condvar,
}

impl Cancellation {
    pub(super) fn cancel(&self) {
        *self.cancelled.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }

    /// Waits for `duration`; true when the call was cancelled before or meanwhile.
    fn wait(&self, duration: Duration) -> bool {
        let guard = self.cancelled.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(guard, duration, |cancelled| !*cancelled);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// Why a call ended without a result: nobody waits for one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stopped;

/// Where messages to the client go: whole lines, one at a time.
pub(super) struct Line<W>(Mutex<W>);

impl<W: Write> Line<W> {
    pub(super) fn new(output: W) -> Self {
        Self(Mutex::new(output))
    }

    pub(super) fn write(&self, message: &Value) -> io::Result<()> {
        let mut bytes = message.to_string().into_bytes();
        bytes.push(b'\n');
        let mut output = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        output.write_all(&bytes)?;
        output.flush()
    }
}

/// What a running call may do besides returning its result.
pub(super) struct Call<'a> {
    pub(super) send: &'a dyn Fn(&Value) -> io::Result<()>,
    pub(super) cancellation: &'a Cancellation,
    pub(super) level: &'a LogLevel,
    pub(super) revision: Revision,
    /// `params._meta.progressToken` of the request.
    pub(super) progress_token: Option<Value>,
}

impl Call<'_> {
    /// Reports that `done` of `total` steps are done, to a client that asked for it.
    pub(super) fn progress(&self, done: u32, total: u32, message: &str) -> Result<(), Stopped> {
        let Some(token) = &self.progress_token else { return Ok(()) };
        let mut params = json!({ "progressToken": token, "progress": done, "total": total });
        if self.revision.has_progress_messages() {
            params["message"] = message.into();
        }
        self.notify("notifications/progress", &params)
    }

    /// Logs `data` if the client wants to see `level`.
    pub(super) fn log(&self, level: &str, logger: &str, data: &str) -> Result<(), Stopped> {
        if !self.level.shows(level) {
            return Ok(());
        }
        self.notify("notifications/message", &json!({ "level": level, "logger": logger, "data": data }))
    }

    /// Waits, unless the call is cancelled.
    pub(super) fn pause(&self, duration: Duration) -> Result<(), Stopped> {
        if self.cancellation.wait(duration) { Err(Stopped) } else { Ok(()) }
    }

    /// Fails when the call is cancelled: for work to ask now and then.
    pub(super) fn go_on(&self) -> Result<(), Stopped> {
        self.pause(Duration::ZERO)
    }

    fn notify(&self, method: &str, params: &Value) -> Result<(), Stopped> {
        let message = json!({ "jsonrpc": "2.0", "method": method, "params": params });
        (self.send)(&message).map_err(|_| Stopped)
    }
}
