//! What it takes to change what a server of a team runs, and what was decided on a row that is somebody else's by then.

use std::fs::OpenOptions;
use std::process::Stdio;

use rusqlite::Connection;

use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Sandbox, ScriptedServer};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";

/// A team of mine, where Ann is a developer, with a server that has a secret of the team.
fn web() -> (Sandbox, Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "developer"]).success();
    sandbox.run_with_input(&["secret", "set", "key", "--team", "web", "--stdin"], "canary-9a4c").success();
    let add = ["server", "add", "s", "--no-check", "--team", "web", "--env", "K=secret://key", "--", "cat"];
    sandbox.run(&add).success();
    (sandbox, store)
}

#[test]
fn who_may_not_use_a_server_and_its_secrets_does_not_choose_what_it_runs() {
    let (sandbox, store) = web();
    let role = ["role", "create", "namer", "--team", "web", "--allow", "servers.read", "--allow"];
    sandbox.run(&[&role[..], &["servers.edit"]].concat()).success();
    sandbox.run(&["team", "member", "set-role", "web", ANN, "namer"]).success();
    act_as(&store, ANN);
    sandbox.run(&["server", "edit", "s", "--alias", "other"]).success();
    let thief = ScriptedServer::new("{}").first("env > stolen").install(&sandbox, "thief");
    let thief = thief.to_str().unwrap();
    for args in [
        &["server", "edit", "s", "--dry-run", "--", thief][..],
        &["server", "edit", "s", "--no-check", "--", thief],
        &["server", "edit", "s", "--no-check", "--env", "PATH=/tmp"],
        &["server", "edit", "s", "--no-check", "--unset-env", "K"],
    ] {
        let run = sandbox.run(args);
        assert_eq!(run.code, "5", "{args:?}: {run}");
    }
    assert!(!sandbox.home().join("stolen").exists());
    act_as(&store, ME);
    assert_eq!(sandbox.run(&["server", "show", "s", "--field", "command"]).stdout, "cat\n");
}

#[test]
fn what_was_decided_on_a_server_is_not_done_to_it_where_it_went_meanwhile() {
    let (sandbox, store) = web();
    let gate = sandbox.home().join("gate");
    assert!(std::process::Command::new("mkfifo").arg(&gate).status().unwrap().success());
    let wait = format!("read go < {}", gate.display());
    let slow = ScriptedServer::new("{}").first(&wait).install(&sandbox, "slow");
    act_as(&store, ANN);
    let mut edit = sandbox.command(["server", "edit", "s", "--", slow.to_str().unwrap()]);
    let edit = edit.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    // Opened once its new command waits there.
    let open = OpenOptions::new().write(true).open(&gate).unwrap();
    act_as(&store, ME);
    sandbox.run(&["server", "edit", "s", "--no-check", "--visibility", "private"]).success();
    drop(open);
    let ended = edit.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(5), "{said}");
    assert!(said.contains("what you may do has changed meanwhile"), "{said}");
    assert_eq!(sandbox.run(&["server", "show", "s", "--field", "command"]).stdout, "cat\n");
}

#[test]
fn a_lent_secret_that_becomes_a_command_is_lent_no_more() {
    let (sandbox, _store) = web();
    sandbox.run_with_input(&["secret", "set", "own", "--stdin"], "canary-77d1").success();
    sandbox.run_with_input(&["secret", "set", "own", "--stdin", "--lend", "s"], "canary-77d1").success();
    sandbox.run(&["server", "edit", "s", "--no-check", "--env", "K=secret://own"]).success();
    let state = || sandbox.run(&["server", "show", "s", "--field", "state"]).stdout;
    assert_eq!(state(), "enabled\n");
    sandbox.run(&["secret", "set", "own", "--exec", "--", "echo", "value"]).success();
    assert_eq!(state(), "locked\n");
}

#[test]
fn what_is_private_in_a_team_is_named_to_nobody_else() {
    let (sandbox, store) = web();
    act_as(&store, ANN);
    let add =
        ["server", "add", "hush", "--no-check", "--team", "web", "--visibility", "private", "--", "cat"];
    sandbox.run(&add).success();
    act_as(&store, ME);
    let add = ["server", "add", "x", "--no-check", "--team", "web", "--alias", "hush", "--", "cat"];
    let taken = sandbox.run(&add);
    assert_eq!(
        taken.stderr.lines().next(),
        Some("error: the alias hush is taken by another server of its team")
    );
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--cascade", "--dry-run"]), @r"
    exit 0
    -- stdout
    would delete the team web
    would remove the server s
    and with it 1 that are private to others
    ");
}
