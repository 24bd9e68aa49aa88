//! Many processes change things at once, and some are killed: each change has its row, and each row its change.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::support::Sandbox;

const PEOPLE: usize = 12;
const ROUNDS: usize = 5;

/// Whether the process `pid` has `file` open.
fn has_open(pid: u32, file: &Path) -> bool {
    let open = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
    open.filter_map(|entry| fs::read_link(entry.path()).ok()).any(|target| target == file)
}

/// Adds a server, and is killed on the way where `killed`.
fn add(sandbox: &Sandbox, name: &str, killed: bool) {
    let mut command = sandbox.command(["server", "add", name, "--no-check", "--", "true"]);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    if killed {
        let store = sandbox.data_dir().join("mcpgw.db-wal");
        // Where in its work it is, is chance.
        while child.try_wait().unwrap().is_none() && !has_open(child.id(), &store) {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
    } else {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

fn lines(sandbox: &Sandbox, args: &[&str]) -> Vec<String> {
    sandbox.run(args).success().stdout.lines().map(ToOwned::to_owned).collect()
}

#[test]
#[cfg(target_os = "linux")]
fn what_many_processes_change_at_once_of_which_some_are_killed_is_written_down_exactly() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "list"]).success();
    std::thread::scope(|threads| {
        for person in 0..PEOPLE {
            let sandbox = &sandbox;
            threads.spawn(move || {
                for round in 0..ROUNDS {
                    add(sandbox, &format!("s-{person}-{round}"), (person + round) % 4 == 0);
                }
            });
        }
    });
    let servers = lines(&sandbox, &["server", "list", "--field", "name"]);
    assert!(servers.len() >= PEOPLE * ROUNDS * 3 / 4, "{servers:?}");
    let rows = ["audit", "list", "--limit", "1000", "--action", "server.add", "--field"];
    let told = lines(&sandbox, &[&rows[..], &["target.name"]].concat());
    assert_eq!(told.len(), servers.len());
    assert_eq!(BTreeSet::from_iter(told), BTreeSet::from_iter(servers.clone()));
    let numbers = lines(&sandbox, &[&rows[..], &["seq"]].concat());
    let expected: Vec<_> = (1..=servers.len()).map(|seq| seq.to_string()).collect();
    assert_eq!(numbers, expected);
    sandbox.run(&["audit", "verify"]).success();
}
