//! Many processes change who keeps the vault's key, and the key itself, at once: whatever they do, the vault opens.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use rusqlite::Connection;

use super::vault::private;
use crate::support::Sandbox;

/// A sandbox with a secret, whose vault the key file keeps.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    private(&sandbox, "passphrase", "correct horse\n");
    sandbox.run_with_input(&["secret", "set", "s", "--stdin"], "value").success();
    sandbox
}

fn start(sandbox: &Sandbox, args: &[&str]) -> Child {
    let mut command = sandbox.command(args);
    command.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join("passphrase"));
    command.stdout(Stdio::null()).spawn().unwrap()
}

/// The vault opens, and so does its secret.
#[track_caller]
fn assert_whole(sandbox: &Sandbox) {
    let status = start(sandbox, &["vault", "status"]).wait().unwrap();
    assert!(status.success(), "the vault opens");
    let mut same = sandbox.command(["secret", "set", "s", "--file", "same", "--dry-run"]);
    same.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join("passphrase"));
    private(sandbox, "same", "value");
    assert_eq!(sandbox.finish(&mut same).success().stdout, "the secret s is so already\n");
}

/// What the process `pid` has open, by path.
fn open_files(pid: u32) -> Vec<PathBuf> {
    let open = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
    open.filter_map(|entry| fs::read_link(entry.path()).ok()).collect()
}

/// Waits until `child` has a second connection to the store, the one that writes, or waits for those that may.
fn wait_until_it_changes_something(child: &mut Child, store: &Path) {
    let lock = store.with_file_name("vault.lock");
    while child.try_wait().unwrap().is_none() {
        let open = open_files(child.id());
        if open.contains(&lock) || open.iter().filter(|file| *file == store).count() > 1 {
            return;
        }
        std::thread::yield_now();
    }
}

#[test]
fn a_rotation_that_began_before_a_move_does_not_bring_the_old_wrapping_back() {
    let sandbox = sandbox();
    let store = sandbox.data_dir().join("mcpgw.db");
    for (to, first_moves) in [("passphrase", true), ("file", false), ("passphrase", false), ("file", true)] {
        let connection = Connection::open(&store).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let (moves, rotates) = (["vault", "move", "--to", to], ["secret", "rotate-key"]);
        let both = if first_moves { [&moves[..], &rotates] } else { [&rotates[..], &moves] };
        let mut children = both.map(|args| {
            let mut child = start(&sandbox, args);
            wait_until_it_changes_something(&mut child, &store);
            child
        });
        connection.execute_batch("COMMIT").unwrap();
        for child in &mut children {
            assert!(child.wait().unwrap().success());
        }
        assert_whole(&sandbox);
        assert_eq!(sandbox.data_dir().join("vault.key").exists(), to == "file");
    }
}

#[test]
fn a_key_moved_and_rotated_by_many_processes_of_which_some_are_killed_opens_everything() {
    const ROUNDS: usize = 5;
    let sandbox = sandbox();
    let store = sandbox.data_dir().join("mcpgw.db");
    std::thread::scope(|threads| {
        for person in 0..4 {
            let (sandbox, store) = (&sandbox, &store);
            threads.spawn(move || {
                for round in 0..ROUNDS {
                    let to = if (person + round) % 2 == 0 { "file" } else { "passphrase" };
                    let moves = ["vault", "move", "--to", to];
                    let args = if person < 3 { &moves[..] } else { &["secret", "rotate-key"] };
                    let mut child = start(sandbox, args);
                    if (person + round) % 4 == 0 {
                        wait_until_it_changes_something(&mut child, store);
                        child.kill().unwrap();
                        child.wait().unwrap();
                    } else {
                        assert!(child.wait().unwrap().success(), "{args:?}");
                    }
                }
            });
        }
    });
    assert_whole(&sandbox);
    for to in ["file", "passphrase", "file"] {
        assert!(start(&sandbox, &["vault", "move", "--to", to]).wait().unwrap().success());
        assert_whole(&sandbox);
    }
}
