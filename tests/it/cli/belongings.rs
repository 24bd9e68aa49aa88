//! Two people on one store: each sees their own, and what is for everybody.

use super::user::{OTHER, WORD, log_in, shared};
use crate::support::Sandbox;

pub(super) const ME: (&str, &str) = ("me@example.org", WORD);
pub(super) const ANN: (&str, &str) = ("ann@example.org", OTHER);

/// From here on commands are this person's.
pub(super) fn turn_to(sandbox: &Sandbox, (email, password): (&str, &str)) {
    log_in(sandbox, email, password).success();
}

/// A store where the owner has a server and a secret, and it is the other's turn.
fn visited() -> Sandbox {
    let sandbox = shared();
    turn_to(&sandbox, ME);
    sandbox.run(&["server", "add", "mine", "--no-check", "--", "cat"]).success();
    sandbox.run_with_input(&["secret", "set", "key", "--stdin"], "canary-of-a-secret-4be1").success();
    turn_to(&sandbox, ANN);
    sandbox
}

#[test]
fn what_is_private_to_another_is_as_if_it_did_not_exist() {
    let sandbox = visited();
    assert_eq!(sandbox.run(&["server", "list", "--json"]).stdout.trim(), "[]");
    assert_eq!(sandbox.run(&["secret", "list", "--json"]).stdout.trim(), "[]");
    for command in [
        &["server", "show", "SERVER"][..],
        &["server", "edit", "SERVER", "--alias", "x"],
        &["server", "enable", "SERVER"],
        &["server", "disable", "SERVER"],
        &["server", "restart", "SERVER"],
        &["server", "test", "SERVER"],
        &["server", "logs", "SERVER"],
        &["server", "remove", "SERVER", "--yes"],
        &["tool", "list", "--server", "SERVER"],
        &["tool", "call", "SERVER/t"],
        &["tool", "disable", "SERVER/t"],
        &["prompt", "get", "SERVER/p"],
        &["resource", "read", "x:y", "--server", "SERVER"],
        &["secret", "grant", "key", "--server", "SERVER"],
    ] {
        let of = |name: &str| {
            let args: Vec<_> = command.iter().map(|arg| arg.replace("SERVER", name)).collect();
            let run = sandbox.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
            (run.code, run.stdout, run.stderr.replace(name, "NAME"))
        };
        let (theirs, nobodys) = (of("mine"), of("nosuch"));
        assert_eq!(theirs, nobodys, "{command:?}");
        assert_eq!(theirs.0, "3", "{command:?}: {}", theirs.2);
    }
    let taken = sandbox.run(&["server", "add", "x", "--no-check", "--env", "K=secret://key", "--", "cat"]);
    assert_eq!(taken.code, "3", "{taken}");
    // The same names are free.
    sandbox.run(&["server", "add", "mine", "--no-check", "--", "true"]).success();
    sandbox.run_with_input(&["secret", "set", "key", "--stdin"], "another value").success();
    sandbox.run(&["server", "remove", "mine", "--yes"]).success();
    sandbox.run(&["secret", "remove", "key", "--yes"]).success();
    turn_to(&sandbox, ME);
    assert_eq!(sandbox.run(&["server", "list", "--field", "command"]).stdout, "cat\n");
    assert_eq!(sandbox.run(&["secret", "list", "--field", "name"]).stdout, "key\n");
}

#[test]
fn what_is_public_is_used_by_all_and_changed_by_few() {
    let sandbox = visited();
    let published = sandbox.run(&["server", "add", "a", "--no-check", "--visibility", "public", "--", "cat"]);
    assert_eq!(published.code, "5", "{published}");
    turn_to(&sandbox, ME);
    sandbox.run(&["server", "edit", "mine", "--visibility", "public"]).success();
    turn_to(&sandbox, ANN);
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout, "mine\n");
    insta::assert_snapshot!(sandbox.run(&["server", "disable", "mine"]), @r"
    exit 5
    -- stderr
    error: you may not enable or disable a server: it takes servers.edit, which no role there gives
      hint: somebody who grants roles there gives one that does
    ");
    turn_to(&sandbox, ME);
    sandbox.run(&["server", "edit", "mine", "--visibility", "private"]).success();
    turn_to(&sandbox, ANN);
    assert_eq!(sandbox.run(&["server", "show", "mine"]).code, "3");
}

#[test]
fn a_server_for_others_takes_no_secret_that_is_somebody_s_own() {
    let sandbox = visited();
    turn_to(&sandbox, ME);
    sandbox.run(&["server", "edit", "mine", "--no-check", "--env", "K=secret://key"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "mine", "--visibility", "public"]), @r"
    exit 6
    -- stderr
    error: not everybody who may use mine may see the secret key, and it is not lent to mine
      hint: lend it: mcpgw secret set key --lend mine; or let everybody use their own: secret://me/key
    ");
    sandbox
        .run(&[
            "server",
            "edit",
            "mine",
            "--no-check",
            "--env",
            "K=secret://me/key",
            "--visibility",
            "public",
        ])
        .success();
    turn_to(&sandbox, ANN);
    sandbox.run_with_input(&["secret", "set", "key", "--stdin"], "another value").success();
    let state = |sandbox: &Sandbox| sandbox.run(&["server", "show", "mine", "--field", "state"]).stdout;
    assert_eq!(state(&sandbox), "locked\n");
    sandbox.run(&["secret", "grant", "key", "--server", "mine"]).success();
    assert_eq!(state(&sandbox), "enabled\n");
    turn_to(&sandbox, ME);
    assert_eq!(state(&sandbox), "locked\n", "what one user granted is nobody else's");
}

#[test]
fn settings_the_vault_and_the_audit_are_the_admins() {
    let sandbox = visited();
    for command in [
        &["config", "set", "relay.list_hold", "5s"][..],
        &["config", "unset", "relay.list_hold"],
        &["vault", "move", "--to", "file"],
        &["secret", "rotate-key"],
        &["audit", "verify"],
        &["audit", "list"],
        &["audit", "show", "1"],
    ] {
        let run = sandbox.run(command);
        assert_eq!(run.code, "5", "{command:?}: {run}");
    }
    sandbox.run(&["logout"]).success();
    assert_eq!(sandbox.run(&["config", "set", "relay.list_hold", "5s"]).code, "4");
}
