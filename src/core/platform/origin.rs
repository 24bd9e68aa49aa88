//! Where this process comes from.

use crate::core::model::Origin;

/// The account, this process and the program that started it.
pub fn origin() -> Origin {
    Origin {
        uid: Some(rustix::process::getuid().as_raw()),
        pid: std::process::id(),
        parent: rustix::process::getppid().and_then(program),
        client: None,
    }
}

/// The program that a process runs: its file, where it may be seen, else the name that it has given itself (proc(5)).
#[cfg(target_os = "linux")]
fn program(pid: rustix::process::Pid) -> Option<String> {
    let directory = format!("/proc/{}", pid.as_raw_nonzero());
    let file = std::fs::read_link(format!("{directory}/exe")).map(|file| file.to_string_lossy().into_owned());
    file.ok().or_else(|| {
        let name = std::fs::read_to_string(format!("{directory}/comm")).ok()?;
        Some(name.trim_end().to_owned())
    })
}

#[cfg(not(target_os = "linux"))]
fn program(_: rustix::process::Pid) -> Option<String> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_knows_who_started_it() {
        let origin = origin();
        assert_eq!(origin.pid, std::process::id());
        assert!(origin.parent.is_some_and(|parent| !parent.is_empty()));
    }
}
