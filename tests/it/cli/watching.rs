//! Commands that go on, when who began them may not do that any more.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use super::belongings::{ANN, ME, turn_to};
use super::token::mint;
use super::user::shared;
use crate::support::{Sandbox, ScriptedServer};

const TOOL: &str = r#"{"tools":[{"name":"t","inputSchema":{"type":"object"}}]}"#;
const WATCHES: [&[&str]; 3] = [
    &["usage", "report", "--watch", "--interval", "20ms", "--json"],
    &["status", "--watch", "--interval", "20ms", "--json"],
    &["server", "logs", "shop", "-f", "--json"],
];

/// Where Ann has a team with a server that she has used.
fn prepared() -> Sandbox {
    let sandbox = shared();
    let server = ScriptedServer::new(r#"{"tools":{}}"#).first("echo begun >&2").answers("tools/list", TOOL);
    let program = server.answers("tools/call", r#"{"content":[]}"#).install(&sandbox, "s.sh");
    turn_to(&sandbox, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["server", "add", "shop", "--team", "web", "--", &program.to_string_lossy()]).success();
    sandbox.run(&["team", "member", "add", "web", ME.0, "--role", "owner"]).success();
    sandbox.run(&["tool", "call", "shop/t"]).success();
    sandbox
}

/// Begins to watch with this token, if there is one, and returns when something was shown.
fn watch(sandbox: &Sandbox, args: &[&str], token: Option<&str>) -> Child {
    let mut command = sandbox.command(args);
    if let Some(token) = token {
        command.env("MCPGW_TOKEN", token);
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("mcpgw starts");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("a line");
    assert!(line.starts_with('{'), "{args:?}: {line:?}");
    std::thread::spawn(move || output.lines().for_each(drop));
    child
}

#[track_caller]
fn ends_with(child: Child, codes: &[i32]) {
    let output = child.wait_with_output().expect("its end");
    assert!(output.status.code().is_some_and(|code| codes.contains(&code)), "{output:?}");
}

#[test]
fn whoever_watches_with_a_token_that_was_revoked_sees_no_more() {
    let sandbox = prepared();
    let token =
        mint(&sandbox, &["--name", "eye", "--permission", "usage.read", "--permission", "servers.read"]);
    let watching = WATCHES.map(|args| watch(&sandbox, args, Some(&token)));
    sandbox.run(&["token", "revoke", "eye", "--yes"]).success();
    for child in watching {
        ends_with(child, &[4]);
    }
}

#[test]
fn whoever_watches_with_a_login_that_is_over_or_as_a_user_who_is_disabled_sees_no_more() {
    let sandbox = prepared();
    let watching = WATCHES.map(|args| watch(&sandbox, args, None));
    sandbox.run(&["logout"]).success();
    for child in watching {
        ends_with(child, &[4]);
    }
    turn_to(&sandbox, ANN);
    let token = mint(&sandbox, &["--permission", "usage.read", "--permission", "servers.read"]);
    turn_to(&sandbox, ME);
    let watching = WATCHES.map(|args| watch(&sandbox, args, Some(&token)));
    sandbox.run(&["user", "disable", ANN.0, "--yes"]).success();
    for child in watching {
        ends_with(child, &[4]);
    }
}

#[test]
fn whoever_watches_a_team_that_they_have_left_sees_no_more_of_it() {
    let sandbox = prepared();
    let of_team = [WATCHES[0], &["--team", "web"]].concat();
    let watching = [&of_team, WATCHES[2]].map(|args| watch(&sandbox, args, None));
    sandbox.run(&["team", "member", "remove", "web", ANN.0, "--yes"]).success();
    for child in watching {
        ends_with(child, &[3, 5]);
    }
}
