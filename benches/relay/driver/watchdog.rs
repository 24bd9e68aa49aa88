//! Ends a process that hangs, so that the client's plain blocking reads need no timeouts of their own.

use std::{
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};

/// No session of this benchmark takes a quarter of this.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// Kills its process unless it is dropped in time.
#[derive(Debug)]
pub(crate) struct Watchdog {
    process: Option<Sender<Pid>>,
    thread: Option<JoinHandle<()>>,
}

impl Watchdog {
    /// Made before the process, so that making it is not part of what is timed.
    pub(crate) fn new() -> Self {
        let (process, told) = channel();
        let thread = thread::spawn(move || {
            let Ok(pid) = told.recv() else { return };
            if told.recv_timeout(PATIENCE) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                // Fails only if the process is gone, which is what is wanted.
                let _ = kill_process(pid, Signal::KILL);
            }
        });
        Self { process: Some(process), thread: Some(thread) }
    }

    /// Starts the clock.
    pub(crate) fn watch(&self, pid: Pid) {
        if let Some(process) = &self.process {
            // The thread waits for this, so it is there.
            let _ = process.send(pid);
        }
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.process = None;
        if let Some(thread) = self.thread.take() {
            // It can't panic.
            let _ = thread.join();
        }
    }
}
