//! A program with a bug that reports its panics as a session of mcpgw does; for tests.
//!
//! `panicking DIR` logs into `DIR`, panics on a thread, and then on its main one.

#![expect(clippy::panic, clippy::expect_used, reason = "that is what it is for")]

use mcpgw::cli::output::{Log, report_panics_to};
use mcpgw::core::clock::Clock;
use mcpgw::core::observe::{Bounds, LogFiles, Recorder};

fn main() {
    let directory = std::env::args_os().nth(1).expect("a directory").into();
    let bounds = Bounds { bytes: 1 << 20, files: 2 };
    let recorder = Recorder::new(LogFiles { directory, server: bounds, own: bounds }, Clock::System);
    report_panics_to(Log::detached(), recorder);
    std::thread::spawn(|| panic!("a bug on a thread")).join().expect_err("a panic");
    panic!("a bug on the main thread");
}
