//! Headers as the store keeps them: sealed for their server and name, whoever writes at the same time, or is killed.

use std::collections::BTreeSet;
use std::process::Stdio;

use rusqlite::Connection;

use super::server::Remote;
use super::world::sandbox;
use crate::cli::vault::private;
use crate::support::{Client, Sandbox};

/// A sandbox with one remote server, whose header `x-api-key` is sealed.
fn sealed(remote: &Remote) -> (Sandbox, Connection) {
    let sandbox = Sandbox::new();
    private(&sandbox, "headers", "X-Api-Key: hunter2\n");
    let url = remote.url();
    sandbox.run(&["server", "add", "r", "--url", &url, "--header-file", "headers"]).success();
    let store = Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap();
    (sandbox, store)
}

#[test]
fn a_header_that_was_moved_or_changed_is_refused_and_sent_to_nobody() {
    let remote = Remote::plain();
    let (sandbox, store) = sealed(&remote);
    let value: Vec<u8> = store.query_row("SELECT value FROM server_header", [], |row| row.get(0)).unwrap();
    let before = remote.seen().len();
    let refused = |sql: &str, value: &[u8]| {
        store.execute(sql, [value]).unwrap();
        let run = sandbox.run(&["server", "test", "r"]);
        assert!(["1", "8"].contains(&run.code.as_str()) && !run.to_string().contains("hunter2"), "{run}");
    };
    for place in [0, 1, 20, value.len() - 1] {
        let mut flipped = value.clone();
        flipped[place] ^= 1;
        refused("UPDATE server_header SET value = ?1", &flipped);
    }
    refused("UPDATE server_header SET value = ?1, name = 'x-other'", &value);
    store.execute("UPDATE server_header SET name = 'x-api-key'", []).unwrap();
    // A variable of a command of that name is another place, too.
    sandbox.run(&["server", "add", "c", "--no-check", "--", "true"]).success();
    let into = "INSERT INTO server_env SELECT id, 'x-api-key', ?1, zeroblob(16) FROM server WHERE name = 'c'";
    store.execute(into, [&value]).unwrap();
    assert_eq!(sandbox.run(&["server", "test", "c"]).code, "8");
    assert_eq!(remote.seen().len(), before, "{:?}", remote.seen());
    // Where it was sealed for, it opens.
    sandbox.run(&["server", "test", "r"]).success();
}

#[test]
fn headers_set_and_sealed_anew_by_many_processes_of_which_some_are_killed_are_old_or_new() {
    const ROUNDS: usize = 5;
    let remote = Remote::plain();
    let (sandbox, _store) = sealed(&remote);
    std::thread::scope(|threads| {
        for person in 0..8 {
            let sandbox = &sandbox;
            threads.spawn(move || {
                for round in 0..ROUNDS {
                    let file = format!("headers-{person}-{round}");
                    private(sandbox, &file, &format!("X-Api-Key: hunter2-{person}-{round}\n"));
                    let edit = ["server", "edit", "r", "--no-check", "--header-file", &file];
                    let args = match person {
                        0..4 => &edit[..],
                        4..6 => &["secret", "rotate-key"],
                        _ => &["server", "test", "r"],
                    };
                    let mut child = sandbox.command(args).stdout(Stdio::null()).spawn().unwrap();
                    if (person + round) % 3 == 0 {
                        child.kill().unwrap();
                        child.wait().unwrap();
                    } else {
                        assert!(child.wait().unwrap().success(), "{args:?}");
                    }
                }
            });
        }
    });
    sandbox.run(&["server", "test", "r"]).success();
    let given = (0..4).flat_map(|person| (0..ROUNDS).map(move |round| format!("hunter2-{person}-{round}")));
    let given: BTreeSet<_> = given.chain(["hunter2".to_owned()]).collect();
    for asked in remote.seen() {
        assert!(asked.header("x-api-key").is_some_and(|value| given.contains(value)), "{asked:?}");
    }
}

#[test]
fn what_calls_a_server_leaves_no_core() {
    let remote = Remote::plain();
    let sandbox = sandbox(&remote, &["--header", "X-Team: core"]);
    let mut command = sandbox.command(["stdio"]);
    let mut client = Client::open(&mut command);
    client.wait_for_tool("\"t\"");
    let children = format!("/proc/{0}/task/{0}/children", client.id());
    let children = std::fs::read_to_string(children).unwrap();
    let called = |pid: &&str| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).starts_with("mcpgw\0__remote\0")
    };
    let bridge = children.split_whitespace().find(called).expect("a bridge");
    let limits = std::fs::read_to_string(format!("/proc/{bridge}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
}
