//! Resident memory, from `/proc/PID/status`.

use crate::driver::{Broken, Outcome};

/// Resident memory of a process in MiB.
#[derive(Clone, Copy, Debug)]
pub(super) struct Memory {
    /// Now (`VmRSS`).
    pub(super) resident: f64,
    /// The most there ever was (`VmHWM`).
    pub(super) most: f64,
}

impl Memory {
    /// Of the process `id`.
    pub(super) fn of(id: u32) -> Outcome<Self> {
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))
            .map_err(Broken::while_doing("read /proc/PID/status"))?;
        Ok(Self { resident: field(&status, "VmRSS:"), most: field(&status, "VmHWM:") })
    }
}

/// A field that the kernel gives in KiB.
fn field(status: &str, name: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}
