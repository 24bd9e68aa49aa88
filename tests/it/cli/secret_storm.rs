//! Many processes set, rotate and read secrets and variables at once, and some are killed: every value is old or new, and none
//! is lost.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Stdio};

use crate::support::{Sandbox, ScriptedServer};

const SECRETS: usize = 3;
const VARIABLES: usize = 2;
const ROUNDS: usize = 6;

/// Whether the process `pid` has `file` open.
fn has_open(pid: u32, file: &Path) -> bool {
    let open = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
    open.filter_map(|entry| fs::read_link(entry.path()).ok()).any(|target| target == file)
}

fn start(sandbox: &Sandbox, args: &[&str], input: &str) -> Child {
    let mut child = sandbox.command(args).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    // A command that doesn't read its input closes it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child
}

/// What the person of this number does in this round.
fn act(sandbox: &Sandbox, person: usize, round: usize) -> Child {
    let value = format!("value-{round}");
    match person {
        0..SECRETS => start(sandbox, &["secret", "set", &format!("s{person}"), "--stdin"], &value),
        SECRETS..5 => {
            let variable = format!("V{}={value}", person - SECRETS);
            start(sandbox, &["server", "edit", "reader", "--no-check", "--env", &variable], "")
        }
        5 => start(sandbox, &["secret", "rotate-key"], ""),
        6 => start(sandbox, &["vault", "move", "--to", "file"], ""),
        _ => start(sandbox, &["server", "test", "reader"], ""),
    }
}

#[test]
fn secrets_and_variables_set_rotated_and_read_by_many_processes_of_which_some_are_killed_are_old_or_new() {
    let sandbox = Sandbox::new();
    let names = (0..SECRETS).map(|n| format!("S{n}")).chain((0..VARIABLES).map(|n| format!("V{n}")));
    let check = |name| format!("case ${name} in value-[0-9]) ;; *) exit 1 ;; esac; ");
    let checks = names.map(check).collect::<Vec<_>>().concat();
    ScriptedServer::new("{}").first(&checks).install(&sandbox, "server");
    let mut add = vec!["server".to_owned(), "add".to_owned(), "reader".to_owned()];
    for n in 0..SECRETS {
        sandbox.run_with_input(&["secret", "set", &format!("s{n}"), "--stdin"], "value-0").success();
        add.extend(["--env".to_owned(), format!("S{n}=secret://s{n}")]);
    }
    for n in 0..VARIABLES {
        add.extend(["--env".to_owned(), format!("V{n}=value-0")]);
    }
    add.extend(["--".to_owned(), "./server".to_owned()]);
    sandbox.run(&add.iter().map(String::as_str).collect::<Vec<_>>()).success();
    let ids = sandbox.run(&["secret", "list", "--field", "id"]).stdout;
    std::thread::scope(|threads| {
        for person in 0..8 {
            let sandbox = &sandbox;
            threads.spawn(move || {
                for round in 0..ROUNDS {
                    let mut child = act(sandbox, person, round);
                    if (person + round) % 3 == 0 {
                        let store = sandbox.data_dir().join("mcpgw.db");
                        // It has opened the store by then; where in its work it is, is chance.
                        while child.try_wait().unwrap().is_none() && !has_open(child.id(), &store) {
                            std::thread::yield_now();
                        }
                        child.kill().unwrap();
                        child.wait().unwrap();
                    } else {
                        assert!(child.wait().unwrap().success(), "{person} in round {round}");
                    }
                }
            });
        }
    });
    sandbox.run(&["server", "test", "reader"]).success();
    assert_eq!(sandbox.run(&["secret", "list", "--field", "id"]).stdout, ids);
    for n in 0..SECRETS {
        let name = format!("s{n}");
        let last = format!("value-{}", ROUNDS - 1);
        sandbox.run_with_input(&["secret", "set", &name, "--stdin"], &last).success();
        let again = sandbox.run_with_input(&["secret", "set", &name, "--stdin"], &last);
        assert_eq!(again.stdout, format!("the secret {name} is so already\n"));
    }
    assert_eq!(sandbox.run(&["vault", "status", "--field", "sealed_values"]).stdout, "8\n");
}

#[test]
fn many_who_make_the_same_secret_at_once_make_one() {
    let sandbox = Sandbox::new();
    let mut children: Vec<_> =
        (0..8).map(|n| start(&sandbox, &["secret", "set", "s", "--stdin"], &format!("v{n}"))).collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(sandbox.run(&["secret", "list", "--field", "name"]).stdout, "s\n");
    let kept = (0..8).filter(|n| {
        let run = sandbox.run_with_input(&["secret", "set", "s", "--stdin", "--dry-run"], &format!("v{n}"));
        run.stdout == "the secret s is so already\n"
    });
    assert_eq!(kept.count(), 1);
}
