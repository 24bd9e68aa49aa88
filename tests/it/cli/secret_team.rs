//! Secrets of teams and of everybody: who sees them, which servers have them, and what is lent.

use std::fs;

use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Run, Sandbox, ScriptedServer};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const BOB: &str = "bob@example.org";

/// A team of mine, where Ann develops and Bob is no member, and a program that writes its variable TOKEN down.
fn web() -> (Sandbox, rusqlite::Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    add_user(&store, 2, BOB);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "developer"]).success();
    ScriptedServer::new("{}").first("echo \"[$TOKEN]\" >> seen").install(&sandbox, "server");
    (sandbox, store)
}

fn set(sandbox: &Sandbox, name: &str, value: &str, flags: &[&str]) -> Run {
    sandbox.run_with_input(&[&["secret", "set", name, "--stdin"], flags].concat(), value)
}

fn add(sandbox: &Sandbox, name: &str, flags: &[&str]) -> Run {
    let command = ["--env", "TOKEN=secret://gh", "--", "./server"];
    sandbox.run(&[&["server", "add", name, "-q"], flags, &command].concat())
}

fn seen(sandbox: &Sandbox) -> String {
    let all = fs::read_to_string(sandbox.home().join("seen")).unwrap();
    all.lines().last().unwrap().to_owned()
}

fn state(sandbox: &Sandbox, server: &str) -> String {
    sandbox.run(&["server", "show", server, "--field", "state"]).success().stdout.trim().to_owned()
}

#[test]
fn a_name_means_the_secret_of_the_row_s_team_or_of_its_owner() {
    let (sandbox, store) = web();
    set(&sandbox, "gh", "mine", &[]).success();
    insta::assert_snapshot!(set(&sandbox, "gh", "the team's", &["--team", "web"]), @r"
    exit 0
    -- stdout
    made the secret gh of the team web
    servers get it with --env NAME=secret://gh
    ");
    set(&sandbox, "gh", "everybody's", &["--public"]).success();
    add(&sandbox, "private", &[]).success();
    assert_eq!(seen(&sandbox), "[mine]");
    add(&sandbox, "team", &["--team", "web"]).success();
    assert_eq!(seen(&sandbox), "[the team's]");
    let today = sandbox.run(&["secret", "list", "--field", "0.updated_at"]);
    assert_eq!(today.code, "0");
    let listed = sandbox.run(&["secret", "list", "--format", "plain"]).success().stdout;
    let listed: Vec<_> = listed.lines().map(|line| line.split('\t').collect::<Vec<_>>()).collect();
    let columns: Vec<_> = listed.iter().map(|row| (row[0], row[1], row[4])).collect();
    assert_eq!(columns, [("gh", "you", "private"), ("gh", "web", "team"), ("gh", "everybody", "")]);

    // Ann has the team's and the public one; what is not hers and hers to know are the same to her.
    act_as(&store, ANN);
    assert_eq!(
        sandbox.run(&["secret", "list", "--field", "visibility"]).stdout,
        "team\npublic\n",
        "nothing of mine"
    );
    add(&sandbox, "hers", &["--team", "web"]).success();
    assert_eq!(seen(&sandbox), "[the team's]");
    add(&sandbox, "own", &[]).success();
    assert_eq!(seen(&sandbox), "[everybody's]");
    set(&sandbox, "gh", "new", &["--team", "web"]).success();
    sandbox.run(&["server", "test", "team"]).success();
    assert_eq!(seen(&sandbox), "[new]");
    assert_eq!(set(&sandbox, "gh", "x", &["--public"]).code, "5");
    assert_eq!(sandbox.run(&["secret", "remove", "gh", "--public", "--yes"]).code, "5");

    act_as(&store, BOB);
    assert_eq!(sandbox.run(&["secret", "list", "--field", "visibility"]).stdout, "public\n");
    assert_eq!(set(&sandbox, "gh", "x", &["--team", "web"]).code, "3");
    assert_eq!(sandbox.run(&["secret", "remove", "gh", "--team", "web", "--yes"]).code, "3");
    assert_eq!(sandbox.run(&["secret", "remove", "gh", "--yes"]).code, "3");
}

#[test]
fn who_may_not_use_secrets_binds_none_and_who_only_uses_sets_none() {
    let (sandbox, store) = web();
    set(&sandbox, "gh", "the team's", &["--team", "web"]).success();
    sandbox.run(&[
        "role",
        "create",
        "editor",
        "--team",
        "web",
        "--permission",
        "servers.edit,servers.create",
    ]);
    sandbox.run(&["team", "member", "set-role", "web", ANN, "member"]).success();
    act_as(&store, ANN);
    assert_eq!(sandbox.run(&["secret", "list", "--field", "name"]).stdout, "gh\n");
    insta::assert_snapshot!(set(&sandbox, "gh", "x", &["--team", "web"]), @r"
    exit 5
    -- stderr
    error: you may not set a secret: it takes secrets.write, which no role there gives
      hint: somebody who grants roles there gives one that does
    ");
    assert_eq!(sandbox.run(&["secret", "remove", "gh", "--team", "web", "--yes"]).code, "5");
    act_as(&store, ME);
    sandbox.run(&["team", "member", "set-role", "web", ANN, "viewer"]).success();
    act_as(&store, ANN);
    assert_eq!(sandbox.run(&["secret", "list", "--json"]).stdout, "[]\n");
    assert_eq!(sandbox.run(&["secret", "remove", "gh", "--team", "web", "--yes"]).code, "3");
}

#[test]
fn a_narrower_secret_is_lent_by_its_owner_to_one_command() {
    let (sandbox, store) = web();
    set(&sandbox, "gh", "mine", &[]).success();
    insta::assert_snapshot!(add(&sandbox, "s", &["--team", "web"]), @r"
    exit 6
    -- stderr
    error: not everybody who may use s may see the secret gh, and it is not lent to s
      hint: lend it: mcpgw secret set gh --lend s; or let everybody use their own: secret://me/gh
    ");
    add(&sandbox, "s", &[]).success();
    assert_eq!(sandbox.run(&["server", "edit", "s", "--team", "web"]).code, "6");
    assert_eq!(sandbox.run(&["server", "edit", "s", "--team", "web", "--dry-run"]).code, "6");
    sandbox.run(&["secret", "set", "gh", "--lend", "s", "--dry-run"]).success();
    assert_eq!(sandbox.run(&["server", "edit", "s", "--team", "web"]).code, "6");
    insta::assert_snapshot!(sandbox.run(&["secret", "set", "gh", "--lend", "s"]), @r"
    exit 0
    -- stdout
    s may have the secret gh, as long as its command is this one
    ");
    sandbox.run(&["server", "edit", "s", "--team", "web"]).success();
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(seen(&sandbox), "[mine]");

    // What its owner changes about the server keeps the loan; what somebody else does ends it.
    sandbox.run(&["server", "edit", "s", "--env", "OTHER=1"]).success();
    assert_eq!(state(&sandbox, "s"), "enabled");
    act_as(&store, ANN);
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(seen(&sandbox), "[mine]");
    sandbox.run(&["server", "edit", "s", "--timeout", "5s"]).success();
    assert_eq!(state(&sandbox, "s"), "enabled");
    let stolen = ["server", "edit", "s", "--", "sh", "-c", "echo $TOKEN > stolen"];
    assert_eq!(sandbox.run(&stolen).code, "8");
    sandbox.run(&["server", "edit", "s", "--no-check", "--env", "OTHER=2"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "test", "s"]), @r"
    exit 8
    -- stdout
    STEP     RESULT  TOOK
    secrets  failed  <took>
    -- stderr
    error: the server s failed: secrets: its variable TOKEN needs the secret gh, which fewer may see and nobody lent to its present command
      hint: mcpgw secret set gh --lend s
    ");
    assert_eq!(sandbox.run(&["secret", "set", "gh", "--lend", "s"]).code, "2", "that would be hers");
    assert!(!sandbox.home().join("stolen").exists());
    act_as(&store, ME);
    sandbox.run(&["secret", "set", "gh", "--lend", "s"]).success();
    assert_eq!(state(&sandbox, "s"), "enabled");
    sandbox.run(&["secret", "grant", "gh", "--server", "s", "--revoke"]).success();
    assert_eq!(state(&sandbox, "s"), "locked");
    let told = sandbox.run(&["audit", "list", "--action", "secret", "--field", "action"]).success().stdout;
    assert_eq!(told, "secret.set\nsecret.lend\nsecret.lend\nsecret.take_back\n");
}

#[test]
fn a_loan_goes_with_who_lent_it() {
    let (sandbox, store) = web();
    act_as(&store, ANN);
    set(&sandbox, "gh", "hers", &[]).success();
    add(&sandbox, "s", &[]).success();
    sandbox.run(&["secret", "set", "gh", "--lend", "s"]).success();
    sandbox.run(&["server", "edit", "s", "--team", "web"]).success();
    act_as(&store, ME);
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(seen(&sandbox), "[hers]");
    sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]).success();
    assert_eq!(state(&sandbox, "s"), "locked");
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "member"]).success();
    assert_eq!(state(&sandbox, "s"), "enabled");
    sandbox.run(&["user", "disable", ANN]).success();
    assert_eq!(state(&sandbox, "s"), "locked");
}

#[test]
fn a_loan_is_to_those_who_could_use_the_server_then() {
    let (sandbox, store) = web();
    act_as(&store, ANN);
    set(&sandbox, "gh", "hers", &[]).success();
    add(&sandbox, "s", &[]).success();
    sandbox.run(&["secret", "set", "gh", "--lend", "s"]).success();
    sandbox.run(&["server", "edit", "s", "--team", "web"]).success();
    act_as(&store, ME);
    sandbox.run(&["team", "create", "other"]).success();
    for wider in [&["--visibility", "public"][..], &["--team", "other", "--owner", ME]] {
        let run = sandbox.run(&[&["server", "edit", "s"], wider].concat());
        assert!(run.code == "6" && run.stderr.contains("secret gh"), "{wider:?}: {run}");
    }
    assert_eq!(state(&sandbox, "s"), "enabled");
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(seen(&sandbox), "[hers]");
}

#[test]
fn a_server_takes_no_secret_of_its_team_out_of_it() {
    let (sandbox, _) = web();
    set(&sandbox, "gh", "the team's", &["--team", "web"]).success();
    add(&sandbox, "s", &["--team", "web"]).success();
    sandbox.run(&["server", "edit", "s", "--visibility", "private"]).success();
    assert_eq!(state(&sandbox, "s"), "enabled");
    for wider in [&["--visibility", "public"][..], &["--team", "personal", "--visibility", "private"]] {
        let run = sandbox.run(&[&["server", "edit", "s"], wider].concat());
        assert!(run.code == "6" && run.stderr.contains("secret gh"), "{run}");
    }
    sandbox.run(&["secret", "set", "gh", "--team", "web", "--lend", "s"]).success();
    sandbox.run(&["server", "edit", "s", "--visibility", "public"]).success();
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(seen(&sandbox), "[the team's]");
}

#[test]
fn a_command_is_nobody_else_s() {
    let (sandbox, _) = web();
    let exec = ["secret", "set", "gh", "--exec", "--team", "web", "--", "echo", "x"];
    assert_eq!(sandbox.run(&exec).code, "2");
    sandbox.run(&["secret", "set", "gh", "--exec", "--", "echo", "x"]).success();
    sandbox.run(&["server", "add", "s", "--no-check", "--team", "web", "--", "./server"]).success();
    insta::assert_snapshot!(sandbox.run(&["secret", "set", "gh", "--lend", "s"]), @r"
    exit 6
    -- stderr
    error: the secret gh is a command, which runs for nobody but its owner
      hint: keep a value for others: mcpgw secret set gh --team TEAM
    ");
}

#[test]
fn servers_of_others_are_not_named_where_a_secret_is_used() {
    let (sandbox, store) = web();
    set(&sandbox, "gh", "everybody's", &["--public"]).success();
    act_as(&store, ANN);
    add(&sandbox, "hidden", &[]).success();
    act_as(&store, ME);
    let listed = sandbox.run(&["secret", "list", "--json"]).success().stdout;
    assert!(!listed.contains("hidden") && listed.contains("\"used_by_others\": true"), "{listed}");
    insta::assert_snapshot!(sandbox.run(&["secret", "remove", "gh", "--public", "--yes"]), @r"
    exit 6
    -- stderr
    error: the secret gh is used by servers of others
      hint: to remove it all the same: mcpgw secret remove gh --public --force
    ");
    insta::assert_snapshot!(sandbox.run(&["secret", "remove", "gh", "--public", "--force"]), @r"
    exit 0
    -- stdout
    removed the secret gh
    servers of others use it, and do not start without it
    ");
}

#[test]
fn the_secrets_of_a_team_stay_with_it_until_it_goes() {
    let (sandbox, store) = web();
    act_as(&store, ANN);
    set(&sandbox, "gh", "the team's", &["--team", "web"]).success();
    act_as(&store, ME);
    sandbox.run(&["user", "delete", ANN, "--yes"]).success();
    assert_eq!(sandbox.run(&["secret", "list", "--field", "team"]).stdout, "web\n");
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--yes"]), @r"
    exit 6
    -- stderr
    error: the team web still has 1 secret
      hint: --move-to TEAM gives all of it to another team, --cascade removes it
    ");
    sandbox.run(&["team", "create", "shop"]).success();
    set(&sandbox, "gh", "the shop's", &["--team", "shop"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--yes", "--move-to", "shop"]), @r"
    exit 6
    -- stderr
    error: the team shop has a secret gh already
    ");
    sandbox.run(&["secret", "remove", "gh", "--team", "shop", "--yes"]).success();
    sandbox.run(&["team", "delete", "web", "--yes", "--move-to", "shop"]).success();
    assert_eq!(sandbox.run(&["secret", "list", "--field", "team"]).stdout, "shop\n");
    sandbox.run(&["team", "delete", "shop", "--yes", "--cascade"]).success();
    assert_eq!(sandbox.run(&["secret", "list", "--json"]).stdout, "[]\n");
}
