//! The integration tests: one binary, one module per subject.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test's support code fails the test"
)]

mod architecture;
mod cli;
#[cfg(unix)]
mod interop;
#[cfg(target_os = "linux")]
mod mirror;
mod properties;
#[cfg(target_os = "linux")]
mod remote;
mod router;
mod support;
#[cfg(target_os = "linux")]
mod try_demo;
#[cfg(target_os = "linux")]
mod tui;
