//! Which processes run.

use rustix::process::{Pid, Signal, test_kill_process};

use crate::core::model::ProcessId;

/// This process.
pub fn this_process() -> ProcessId {
    let pid = std::process::id();
    ProcessId { pid, start: start_of(pid).unwrap_or(0) }
}

/// Where ids of processes mean what they mean here (`pid_namespaces(7)`); 0 where all mean the same.
pub fn process_space() -> u64 {
    #[cfg(target_os = "linux")]
    if let Ok(space) = std::fs::metadata("/proc/self/ns/pid") {
        return std::os::unix::fs::MetadataExt::ino(&space);
    }
    0
}

/// Whether `process` runs. One that has ended and waits to be reaped doesn't.
pub fn is_running(process: ProcessId) -> bool {
    if cfg!(target_os = "linux") {
        return start_of(process.pid) == Some(process.start);
    }
    pid(process).is_some_and(|pid| test_kill_process(pid) != Err(rustix::io::Errno::SRCH))
}

/// Asks `process` to end (SIGTERM), unless it is gone: another that was given its id is not touched.
pub fn terminate(process: ProcessId) {
    let Some(pid) = pid(process) else { return };
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{PidfdFlags, pidfd_open, pidfd_send_signal};
        // The descriptor names the process that has the id now; only then it is looked whether that is the one.
        let Ok(descriptor) = pidfd_open(pid, PidfdFlags::empty()) else { return };
        if is_running(process) {
            let _ = pidfd_send_signal(descriptor, Signal::TERM);
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = rustix::process::kill_process(pid, Signal::TERM);
}

fn pid(process: ProcessId) -> Option<Pid> {
    Pid::from_raw(i32::try_from(process.pid).ok()?)
}

/// The start time of a process that runs, in clock ticks since the machine was started: field 22 of `/proc/PID/stat`
/// (proc(5)).
#[cfg(target_os = "linux")]
fn start_of(pid: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field is the program's name in parentheses, and may hold anything.
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace();
    let state = fields.next()?;
    if matches!(state, "Z" | "X") { None } else { fields.nth(18)?.parse().ok() }
}

#[cfg(not(target_os = "linux"))]
fn start_of(_: u32) -> Option<u64> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_told_from_another_with_its_id() {
        let this = this_process();
        assert!(this.start > 0 && is_running(this));
        assert!(!is_running(ProcessId { start: this.start + 1, ..this }));
        assert!(!is_running(ProcessId { pid: u32::MAX, start: 0 }));
    }

    #[test]
    fn a_process_that_ended_does_not_run_even_before_it_is_reaped() {
        let mut child = std::process::Command::new("true").spawn().expect("a process");
        let process = ProcessId { pid: child.id(), start: start_of(child.id()).unwrap_or(0) };
        while is_running(process) {
            std::thread::yield_now();
        }
        terminate(process);
        child.wait().expect("its end");
    }
}
