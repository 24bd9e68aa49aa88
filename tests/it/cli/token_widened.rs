//! What is made with a token is contained in it, whoever tries what; what goes too far is refused and told of.

use serde_json::Value;

use super::token::{mint, raw, sandbox, with};
use crate::support::Sandbox;
use crate::support::people::store;

/// What the audit tells of what was denied: what was done, and why.
fn denials(sandbox: &Sandbox) -> Vec<(String, String)> {
    let rows: Vec<Value> =
        serde_json::from_str(&raw(sandbox, &["audit", "list", "--json", "--limit", "1000"])).expect("rows");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.iter()
        .filter(|row| row["outcome"] == "denied")
        .map(|row| (text(&row["action"]), text(&row["reason"])))
        .collect()
}

fn tokens(sandbox: &Sandbox) -> String {
    raw(sandbox, &["token", "list", "--all", "--json"])
}

/// It is denied, changes nothing, and stands in the audit as what was tried, with a reason.
#[track_caller]
fn denied(sandbox: &Sandbox, token: &str, args: &[&str], action: &str) {
    // Of identical refusals within a minute the audit would only tell the number.
    store(sandbox).execute("UPDATE audit_denial SET since = since - 60000", []).expect("a minute");
    let (rows, told) = (tokens(sandbox), denials(sandbox).len());
    let run = with(sandbox, token, args);
    assert_eq!((run.code.as_str(), run.stdout.as_str()), ("5", ""), "{args:?}: {run}");
    assert_eq!(tokens(sandbox), rows, "{args:?}");
    let denials = denials(sandbox);
    let new: Vec<_> = denials[told..].iter().map(|(action, _)| action.as_str()).collect();
    assert_eq!(new, [action], "{args:?}: {denials:?}");
}

fn listed(sandbox: &Sandbox, token: &str) -> Vec<String> {
    let run = with(sandbox, token, &["tool", "list", "--field", "name"]).success();
    run.stdout.lines().map(str::to_owned).collect()
}

/// What is printed, as it is, to who acts with a token.
#[track_caller]
fn printed_with(sandbox: &Sandbox, token: &str, args: &[&str]) -> String {
    let output = sandbox.command(args).env("MCPGW_TOKEN", token).output().expect("mcpgw starts");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

/// Makes a token with another one.
#[track_caller]
fn made_with(sandbox: &Sandbox, token: &str, flags: &[&str]) -> String {
    printed_with(sandbox, token, &[&["token", "create", "--field", "token"], flags].concat())
}

#[test]
fn only_a_token_that_may_makes_tokens_and_only_of_what_is_its_own() {
    let sandbox = sandbox();
    sandbox.run(&["team", "create", "web"]).success();
    let create = ["token", "create", "--name", "x"];
    let making = ["--permission", "tokens.create", "--permission", "tokens.read"];
    for flags in [
        &["--name", "none"][..],
        &["--name", "reads", "--permission", "tokens.read"],
        &[&["--name", "of-server", "--server", "clock"], &making[..]].concat(),
        &[&["--name", "of-team", "--team", "web"], &making[..]].concat(),
        &[&["--name", "public", "--public-only"], &making[..]].concat(),
    ] {
        let token = mint(&sandbox, flags);
        denied(&sandbox, &token, &create, "token.create");
        denied(&sandbox, &token, &["token", "create", "--import-stdin"], "token.create");
        denied(&sandbox, &token, &["profile", "create", "x"], "token.create");
    }
    let token = mint(&sandbox, &[&["--name", "maker", "--expires", "1h"], &making[..]].concat());
    for flags in [
        &["--permission", "servers.edit"][..],
        &["--permission", "tokens.revoke"],
        &["--no-expiry"],
        &["--expires", "2h"],
    ] {
        denied(&sandbox, &token, &[&create, flags].concat(), "token.create");
        denied(&sandbox, &token, &[&["profile", "create", "x"], flags].concat(), "token.create");
    }
    // Not of others that nobody made with it, nor of itself.
    for args in [
        &["token", "edit", "none", "--permission", "tokens.read"][..],
        &["token", "edit", "maker", "--expires", "30m"],
        &["token", "rotate", "reads"],
        &["token", "rotate", "maker"],
    ] {
        denied(&sandbox, &token, args, "token.create");
    }
    denied(&sandbox, &token, &["token", "revoke", "none"], "token.revoke");
    let also = ["--permission", "tokens.revoke", "--permission", "users.read"];
    let revoking = mint(&sandbox, &[&also, &making[..]].concat());
    denied(&sandbox, &revoking, &["token", "revoke", "none"], "token.revoke");
    denied(&sandbox, &revoking, &["token", "revoke", "--all", "--user", "me"], "token.revoke");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn what_is_made_with_a_token_is_never_wider_whatever_it_says() {
    let sandbox = sandbox();
    let permissions = ["tokens.create", "tokens.read", "servers.read"];
    let making: Vec<_> = permissions.iter().flat_map(|permission| ["--permission", permission]).collect();
    let narrow = ["--name", "narrow", "--tool", "clock__no*", "--expires", "1h"];
    let parent = mint(&sandbox, &[&narrow[..], &making].concat());
    let word = "a credential of elsewhere, long enough".replace(' ', "-");
    let import = ["token", "create", "--import-stdin", "--name", "imported"];
    let mut command = sandbox.command(import);
    command.env("MCPGW_TOKEN", &parent).stdin(std::fs::File::open(sandbox.write("word", &word)).expect("it"));
    sandbox.finish(&mut command).success();
    let mut children = vec![word];
    for flags in [
        &["--name", "same"][..],
        &["--name", "all", "--tool", "*"],
        &["--name", "other", "--tool", "clock/*"],
    ] {
        children.push(made_with(&sandbox, &parent, flags));
    }
    for child in &children {
        assert_eq!(listed(&sandbox, child), ["clock__now"]);
        assert_eq!(with(&sandbox, child, &["tool", "call", "clock__now"]).code, "0");
        assert_eq!(with(&sandbox, child, &["tool", "call", "clock__list_zones"]).code, "3");
    }
    // Whoever edits one with the other changes nothing of that; nor does another one in its place.
    with(&sandbox, &parent, &["token", "edit", "all", "--clear", "tools"]).success();
    assert_eq!(listed(&sandbox, &children[2]), ["clock__now"]);
    denied(&sandbox, &parent, &["token", "edit", "all", "--permission", "servers.edit"], "token.create");
    denied(&sandbox, &parent, &["token", "rotate", "all", "--expires", "2h"], "token.create");
    denied(&sandbox, &parent, &["token", "rotate", "all", "--no-expiry"], "token.create");
    let rotated = printed_with(&sandbox, &parent, &["token", "rotate", "all", "--field", "token"]);
    assert_eq!(listed(&sandbox, &rotated), ["clock__now"]);
    assert_eq!(with(&sandbox, &children[2], &["whoami"]).code, "4");
    // All of them end with it.
    let late = |token: &str| {
        let mut command = sandbox.command(["whoami"]);
        command.env("MCPGW_TOKEN", token).env("MCPGW_TEST_CLOCK_AHEAD", (61 * 60 * 1000).to_string());
        sandbox.finish(&mut command).code
    };
    for token in children.iter().chain([&parent, &rotated]) {
        assert_eq!(late(token), "4");
    }
}

#[test]
fn a_chain_of_tokens_ends_somewhere() {
    let sandbox = sandbox();
    let making = ["--permission", "tokens.create"];
    let mut token = mint(&sandbox, &making);
    for _ in 1..8 {
        token = made_with(&sandbox, &token, &making);
        assert_eq!(listed(&sandbox, &token).len(), 4);
    }
    denied(&sandbox, &token, &["token", "create"], "token.create");
}

#[test]
fn who_uses_one_elsewhere_than_it_is_for_is_told_of() {
    let sandbox = sandbox();
    for flags in [&["--cidr", "10.0.0.0/8"][..], &["--client", "cursor"], &["--workspace", "/nowhere"]] {
        let token = mint(&sandbox, flags);
        denied(&sandbox, &token, &["whoami"], "token.use");
    }
}
