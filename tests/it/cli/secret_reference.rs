//! Servers that refer to secrets: bound when they are saved, opened when they start.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::{Client, Run, Sandbox, ScriptedServer};

/// A server that writes down its variable TOKEN and its arguments at each start.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}").first("echo \"[$TOKEN] $*\" >> seen").install(&sandbox, "server");
    sandbox
}

fn set(sandbox: &Sandbox, name: &str, value: &str) {
    sandbox.run_with_input(&["secret", "set", name, "--stdin", "-q"], value).success();
}

/// The last line that the server wrote.
fn seen(sandbox: &Sandbox) -> String {
    let all = fs::read_to_string(sandbox.home().join("seen")).unwrap();
    all.lines().last().unwrap().to_owned()
}

fn add(sandbox: &Sandbox, args: &[&str]) -> Run {
    sandbox.run(&[&["server", "add", "s", "-q"], args].concat())
}

#[test]
fn a_reference_is_opened_at_the_start_and_follows_its_secret() {
    let sandbox = sandbox();
    insta::assert_snapshot!(add(&sandbox, &["--env", "TOKEN=secret://gh", "--", "./server"]), @r"
    exit 3
    -- stderr
    error: the variable TOKEN refers to the secret gh, and there is none of that name
      hint: mcpgw secret set gh
    ");
    set(&sandbox, "gh", "one");
    set(&sandbox, "pw", "p:secret://gh");
    add(&sandbox, &["--env", "TOKEN=Bearer secret://gh secret://pw", "--", "./server", "--k=secret://gh"])
        .success();
    assert_eq!(seen(&sandbox), "[Bearer one p:secret://gh] --k=one");
    let failures = ["server", "show", "s", "--field", "offers.tools"];
    sandbox.run(&failures).success();
    set(&sandbox, "gh", "two");
    // What it offered was seen in another configuration.
    assert_eq!(sandbox.run(&failures).code, "3");
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(seen(&sandbox), "[Bearer two p:secret://gh] --k=two");
    sandbox.run(&["secret", "rotate-key"]).success();
    sandbox.run(&["server", "test", "s"]).success();

    // What else is changed leaves what was bound alone.
    sandbox.run(&["server", "edit", "s", "--env", "OTHER=1", "--timeout", "3s"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "show", "s"]), @r"
    exit 0
    -- stdout
    name           s
    alias          s
    state          enabled
    command        ~/server --k=secret://gh
    variables      OTHER (sealed) TOKEN (secret://gh secret://pw)
    start timeout  1m
    call timeout   3s
    offered by     scripted 1.2 (MCP 2025-06-18)
    tools          0
    prompts        0
    resources      0
    templates      0
    ");
    assert_eq!(sandbox.run(&["secret", "list", "--field", "used_by"]).stdout, "[\"s\"]\n[\"s\"]\n");
    sandbox.run(&["server", "edit", "s", "--unset-env", "TOKEN", "--", "./server"]).success();
    assert_eq!(sandbox.run(&["secret", "list", "--field", "used_by"]).stdout, "[]\n[]\n");
    assert_eq!(seen(&sandbox), "[] ");
}

#[test]
fn a_secret_that_is_used_stays_and_one_made_again_under_its_name_is_another() {
    let sandbox = sandbox();
    set(&sandbox, "gh", "one");
    add(&sandbox, &["--env", "TOKEN=secret://gh", "--", "./server"]).success();
    insta::assert_snapshot!(sandbox.run(&["secret", "remove", "gh", "--yes"]), @r"
    exit 6
    -- stderr
    error: the secret gh is used by s
      hint: to remove it all the same: mcpgw secret remove gh --force
    ");
    insta::assert_snapshot!(sandbox.run(&["secret", "remove", "gh", "--force"]), @r"
    exit 0
    -- stdout
    removed the secret gh
    s uses it, and does not start without it
    ");
    set(&sandbox, "gh", "stranger");
    insta::assert_snapshot!(sandbox.run(&["server", "test", "s"]), @r"
    exit 8
    -- stdout
    STEP     RESULT  TOOK
    secrets  failed  <took>
    -- stderr
    error: the server s failed: secrets: its variable TOKEN needs the secret gh, which was removed
      hint: mcpgw secret set gh; mcpgw server edit s --env TOKEN=secret://gh
    ");
    assert_eq!(sandbox.run(&["server", "list", "--format", "plain"]).stdout, "s\ts\tlocked\t~/server\n");
    assert_eq!(sandbox.run(&["secret", "list", "--field", "used_by"]).stdout, "[]\n");
    assert_eq!(seen(&sandbox), "[one] ");
    sandbox.run(&["server", "edit", "s", "--env", "TOKEN=secret://gh"]).success();
    assert_eq!(seen(&sandbox), "[stranger] ");
}

#[test]
fn what_only_looks_like_a_reference_is_refused_and_not_quoted() {
    let sandbox = sandbox();
    set(&sandbox, "gh", "one");
    for value in [
        "secret://",
        "secret://team/gh",
        "secret://gh/",
        "secret://me/",
        "hunter2 secret://\u{1b}[2J",
        "Secret://gh",
    ] {
        let run = add(&sandbox, &["--env", &format!("TOKEN={value}"), "--", "./server"]);
        assert!(
            run.code == "2" && run.stderr.contains("the variable TOKEN holds a reference that is none"),
            "{run}"
        );
        assert!(!run.stderr.contains("hunter2"), "{run}");
        let run = add(&sandbox, &["--", "./server", value]);
        assert!(
            run.code == "2" && run.stderr.contains("the argument 1 holds a reference that is none"),
            "{run}"
        );
    }
    assert!(!sandbox.home().join("seen").exists());
}

#[test]
fn my_secret_is_given_to_the_command_that_i_granted_it_to_and_to_no_other() {
    let sandbox = sandbox();
    let mine = ["--env", "TOKEN=secret://me/gh", "--", "./server"];
    insta::assert_snapshot!(add(&sandbox, &mine), @r"
    exit 8
    -- stderr
    error: the server s failed: secrets: its variable TOKEN needs your secret gh, and you have none of that name
      hint: keep it with --no-check, and then: mcpgw secret set gh; mcpgw secret grant gh --server s
    ");
    set(&sandbox, "gh", "one");
    add(&sandbox, &[&["--no-check"][..], &mine].concat()).success();
    insta::assert_snapshot!(sandbox.run(&["server", "test", "s"]), @r"
    exit 8
    -- stdout
    STEP     RESULT  TOOK
    secrets  failed  <took>
    -- stderr
    error: the server s failed: secrets: its variable TOKEN needs your secret gh, which you did not grant to its present command
      hint: mcpgw secret grant gh --server s
    ");
    let grant = ["secret", "grant", "gh", "--server", "s"];
    assert_eq!(sandbox.run(&["secret", "grant", "no", "--server", "s"]).code, "3");
    assert_eq!(sandbox.run(&["secret", "grant", "gh", "--server", "no"]).code, "3");
    sandbox.run(&[&grant[..], &["--dry-run"]].concat()).success();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    insta::assert_snapshot!(sandbox.run(&grant), @r"
    exit 0
    -- stdout
    s gets the secret gh, as long as its command is this one
    ");
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(sandbox.run(&["secret", "remove", "gh", "--yes"]).code, "6");
    // What else it is given may make it another program, or have it talk to somebody else.
    assert_eq!(sandbox.run(&["server", "edit", "s", "--env", "PATH=/evil"]).code, "8");
    sandbox.run(&["server", "edit", "s", "--no-check", "--env", "OTHER=1"]).success();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    sandbox.run(&grant).success();
    sandbox.run(&["server", "edit", "s", "--timeout", "5s"]).success();
    sandbox.run(&["server", "test", "s"]).success();

    // Another command is not tried with it, and drops the grant for good.
    let starts = || fs::read_to_string(sandbox.home().join("seen")).unwrap().lines().count();
    let before = starts();
    assert_eq!(sandbox.run(&["server", "edit", "s", "--", "./server", "evil"]).code, "8");
    sandbox.run(&["server", "edit", "s", "--no-check", "--", "./server", "evil"]).success();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    sandbox.run(&["server", "edit", "s", "--no-check", "--", "./server"]).success();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    assert_eq!(starts(), before);
    sandbox.run(&grant).success();
    sandbox.run(&["server", "test", "s"]).success();
    sandbox.run(&[&grant[..], &["--revoke"]].concat()).success();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");

    // A secret made again is not granted, and neither is a server made again.
    sandbox.run(&grant).success();
    sandbox.run(&["secret", "remove", "gh", "--force"]).success();
    set(&sandbox, "gh", "other");
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
    sandbox.run(&grant).success();
    sandbox.run(&["server", "remove", "s", "--yes"]).success();
    add(&sandbox, &[&["--no-check"][..], &mine].concat()).success();
    assert_eq!(sandbox.run(&["server", "test", "s"]).code, "8");
}

#[test]
fn nobody_is_granted_what_they_do_not_ask_for() {
    let sandbox = sandbox();
    set(&sandbox, "gh", "one");
    add(&sandbox, &["--env", "TOKEN=secret://gh", "--", "./server"]).success();
    insta::assert_snapshot!(sandbox.run(&["secret", "grant", "gh", "--server", "s"]), @r"
    exit 6
    -- stderr
    error: the server s does not ask for secret://me/gh
      hint: mcpgw server edit s --no-check --env NAME=secret://me/gh
    ");
}

#[test]
fn a_command_gives_the_secret_at_each_start_and_nothing_of_it_is_kept() {
    let sandbox = sandbox();
    let exec = |script: &str| {
        sandbox.run(&["secret", "set", "ex", "-q", "--exec", "--", "sh", "-c", script]).success();
    };
    exec("echo run >> runs; echo noise >&2; printf 'can%s\\n\\n' ary-5a7c");
    add(&sandbox, &["--env", "TOKEN=secret://ex secret://ex", "--", "./server"]).success();
    let all = fs::read_to_string(sandbox.home().join("seen")).unwrap();
    assert_eq!(all, "[canary-5a7c\n canary-5a7c\n] \n");
    fs::remove_file(sandbox.home().join("seen")).unwrap();
    assert_eq!(fs::read_to_string(sandbox.home().join("runs")).unwrap(), "run\n");
    assert_eq!(super::vault::holding(&sandbox.home(), "canary-5a7c"), Vec::<std::path::PathBuf>::new());
    for (script, words) in [
        ("echo hunter2 >&2; exit 3", "whose command failed (exit status: 3)"),
        ("true", "whose command printed no secret: the value is empty"),
        ("printf 'a\\0b'", "printed no secret: the value holds a NUL"),
        ("printf '\\377'", "printed what is not UTF-8"),
        ("yes", "the value is longer than 64 KiB"),
    ] {
        exec(script);
        let run = sandbox.run(&["server", "test", "s"]);
        assert!(run.code == "8" && run.stderr.contains(words), "{run}");
        assert!(run.stderr.contains("hint: mcpgw secret set ex --exec"), "{run}");
        assert!(!run.stderr.contains("hunter2"), "{run}");
    }
    // What it leaves running holds nobody up, and doesn't stay.
    exec("sleep 300 & echo $! > left; echo x");
    sandbox.run(&["server", "test", "s"]).success();
    let left = fs::read_to_string(sandbox.home().join("left")).unwrap();
    let stat = fs::read_to_string(format!("/proc/{}/stat", left.trim()));
    assert!(stat.is_err() || stat.unwrap().contains(") Z "));
}

#[test]
fn the_json_of_a_client_is_bound_and_sealed_and_it_says_so() {
    let sandbox = sandbox();
    set(&sandbox, "gh", "one");
    let entry = r#"{"command":"./server","args":["secret://gh"],"env":{"TOKEN":"secret://gh","API_KEY":"hunter2","TZ":"UTC"}}"#;
    insta::assert_snapshot!(sandbox.run(&["server", "add-json", "s", entry]), @r"
    exit 0
    -- stdout
    added s
    offered by  scripted 1.2 (MCP 2025-06-18)
    tools       0
    prompts     0
    resources   0
    templates   0
    -- stderr
    note: the secret takes the place of secret://gh in argument 1 when s starts, and ps shows arguments to every user of this machine; if s reads it from a variable, too:
      mcpgw server edit s --env NAME=secret://gh -- COMMAND
    note: sealed: API_KEY; where they came from, they still stand in clear
    ");
    assert_eq!(seen(&sandbox), "[one] one");
}

#[test]
fn a_running_session_starts_a_server_anew_when_its_secret_is_set_or_is_to_be_had_again() {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{\"tools\":{}}")
        .answers("tools/list", "{\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .answers("tools/call", "{\"content\":[]}")
        .first("echo \"[$TOKEN] $*\" >> seen")
        .install(&sandbox, "server");
    set(&sandbox, "gh", "one");
    add(&sandbox, &["--env", "TOKEN=secret://gh", "--", "./server"]).success();
    let mut client = Client::open(sandbox.command(["stdio"]).stderr(Stdio::null()));
    client.wait_for_tool("s__t");
    // From then on a command returns when the session follows what it changed.
    while sandbox.run(&["session", "list", "--field", "id"]).success().stdout.is_empty() {}
    let mut call_until = |words: &str| {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let answer = client.ask("tools/call", r#"{"name":"s__t"}"#);
            if answer.contains(words) {
                return;
            }
            assert!(Instant::now() < deadline, "{answer}");
        }
    };
    call_until("content");
    set(&sandbox, "gh", "two");
    call_until("content");
    assert_eq!(seen(&sandbox), "[two] ");
    sandbox.run(&["secret", "remove", "gh", "--force"]).success();
    call_until("needs the secret gh, which was removed; run: mcpgw secret set gh; mcpgw server edit s");
    set(&sandbox, "gh", "three");
    sandbox.run(&["server", "edit", "s", "--no-check", "--env", "TOKEN=secret://gh"]).success();
    call_until("content");
    assert_eq!(seen(&sandbox), "[three] ");
    client.end();
}
