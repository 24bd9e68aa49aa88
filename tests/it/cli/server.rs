use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::{Sandbox, ScriptedServer};

/// A server with two tools and a prompt.
pub(super) fn two_tools() -> ScriptedServer {
    ScriptedServer::new(r#"{"tools":{},"prompts":{}}"#)
        .answers(
            "tools/list",
            r#"{"tools":[{"name":"add","inputSchema":{}},{"name":"sub","inputSchema":{}}]}"#,
        )
        .answers("prompts/list", r#"{"prompts":[{"name":"hello"}]}"#)
}

#[test]
fn adding_shows_what_the_server_offers_and_keeps_it() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "calc", "--", "./calc", "-v"]), @r"
    exit 0
    -- stdout
    added calc
    offered by  scripted 1.2 (MCP 2025-06-18)
    tools       2: add sub
    prompts     1: hello
    resources   0
    templates   0
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 0
    -- stdout
    NAME  ALIAS  STATE    COMMAND
    calc  calc   enabled  ~/calc -v
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "calc"]), @r"
    exit 0
    -- stdout
    name           calc
    alias          calc
    state          enabled
    command        ~/calc -v
    start timeout  1m
    offered by     scripted 1.2 (MCP 2025-06-18)
    tools          2: add sub
    prompts        1: hello
    resources      0
    templates      0
    ");
}

#[test]
fn a_server_is_shown_as_json_with_what_it_offered() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    sandbox.run(&["server", "add", "calc", "--", "./calc", "-v"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "show", "calc", "--json"]), @r#"
    exit 0
    -- stdout
    {
      "id": "<id>",
      "name": "calc",
      "alias": "calc",
      "prefix": "alias",
      "owner_id": "<id>",
      "team_id": "<id>",
      "visibility": "private",
      "enabled": true,
      "state": "enabled",
      "eager": false,
      "transport": "stdio",
      "command": "~/calc",
      "args": [
        "-v"
      ],
      "env": [],
      "cwd": null,
      "start_timeout_ms": 60000,
      "timeout_ms": null,
      "created_at": "<time>",
      "updated_at": "<time>",
      "offers": {
        "protocol_version": "2025-06-18",
        "server_info": {"name":"scripted","version":"1.2"},
        "tools": [
          "add",
          "sub"
        ],
        "prompts": [
          "hello"
        ],
        "resources": [],
        "resource_templates": [],
        "seen_at": "<time>"
      }
    }
    "#);
    insta::assert_snapshot!(sandbox.run(&["server", "show", "calc", "--field", "offers.tools"]), @r#"
    exit 0
    -- stdout
    ["add","sub"]
    "#);
}

#[test]
fn a_server_that_fails_is_not_kept_and_the_error_shows_why() {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}").first("echo 'no database at db:5432' >&2; exit 3").install(&sandbox, "dies");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "dies", "--", "./dies"]), @r"
    exit 7
    -- stderr
    error: the server dies failed: initialize: it ended before it answered (exit status: 3)
    last on its stderr:
      | no database at db:5432
      hint: run it yourself to see why: ~/dies; to keep it as it is, use --no-check
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "gone", "--", "no-such-program"]), @r"
    exit 7
    -- stderr
    error: the server gone failed: command: no-such-program: no such program on PATH
      hint: install no-such-program, or give its full path; to keep it as it is, use --no-check
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "gone", "--json", "--", "./no-such-file"]), @r#"
    exit 7
    -- stderr
    {"error":{"code":"unavailable","message":"the server gone failed: command: ~/no-such-file: no such program","hint":"check the path of the command; to keep it as it is, use --no-check"}}
    "#);
    insta::assert_snapshot!(
        sandbox.run(&["server", "add", "mute", "--start-timeout", "100ms", "--", "sleep", "60"]), @r"
    exit 7
    -- stderr
    error: the server mute failed: initialize: no answer within 100ms
      hint: give it more time with --start-timeout 5m, and see that it speaks MCP over stdio; to keep it as it is, use --no-check
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 0
    -- stdout
    no servers yet; add one: mcpgw server add NAME -- COMMAND (or --url URL)
    ");
    sandbox.run(&["server", "add", "gone", "--no-check", "--", "no-such-program"]).success();
}

#[test]
fn hostile_names_and_stderr_can_not_steer_the_terminal() {
    let sandbox = Sandbox::new();
    ScriptedServer::new(r#"{"tools":{}}"#)
        .answers("tools/list", r#"{"tools":[{"name":"a\u001b]0;x\u0007"},{"name":"b\u202ecod\u009b2J"}]}"#)
        .install(&sandbox, "evil");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "evil", "--", "./evil"]), @r"
    exit 0
    -- stdout
    added evil
    offered by  scripted 1.2 (MCP 2025-06-18)
    tools       2: a\x1b]0;x\x07 b\u{202e}cod\u{9b}2J
    prompts     0
    resources   0
    templates   0
    ");
    ScriptedServer::new("{}").first(r"printf 'x\033[2J\u202e\n' >&2; exit 1").install(&sandbox, "worse");
    let run = sandbox.run(&["server", "add", "worse", "--", "./worse"]);
    assert!(!run.stderr.contains(['\u{1b}', '\u{202e}']), "{run}");
}

#[test]
fn names_and_aliases_are_unique() {
    let sandbox = Sandbox::new();
    let add = |args: &[&str]| {
        let tail = ["--no-check", "--", "true"];
        sandbox.run(&[&["server", "add"], args, &tail].concat())
    };
    add(&["one"]).success();
    insta::assert_snapshot!(add(&["one"]), @r"
    exit 6
    -- stderr
    error: there is a server named one already
      hint: mcpgw server show one
    ");
    insta::assert_snapshot!(add(&["One"]), @r"
    exit 6
    -- stderr
    error: the alias one is taken by the server one
      hint: choose another one with --alias
    ");
    insta::assert_snapshot!(add(&["a b"]), @r#"
    exit 2
    -- stderr
    error: invalid value 'a b' for '<NAME>': a server's name is 1 to 64 of A-Z a-z 0-9 . _ - and starts with a letter or digit, not "a b"

    For more information, try '--help'.
    "#);
    insta::assert_snapshot!(add(&["two", "--alias", "Two"]), @r#"
    exit 2
    -- stderr
    error: invalid value 'Two' for '--alias <ALIAS>': an alias is 1 to 32 of a-z 0-9 _ - and starts with a letter or digit, not "Two"

    For more information, try '--help'.
    "#);
    add(&["One", "--alias", "other"]).success();
}

#[test]
fn secrets_do_not_go_on_the_command_line_and_are_never_shown() {
    let sandbox = Sandbox::new();
    let add = |name: &str, flags: &[&str]| {
        sandbox.run(&[&["server", "add", name, "--no-check"], flags, &["--", "true"]].concat())
    };
    insta::assert_snapshot!(add("a", &["--env", "GITHUB_TOKEN=hunter2"]), @r"
    exit 2
    -- stderr
    error: GITHUB_TOKEN looks like a secret: on a command line, ps and the shell's history show it
      hint: use --env GITHUB_TOKEN to be asked for it, --env GITHUB_TOKEN=secret://NAME, --env-stdin, or --env-file FILE with a file that only you can read
    ");
    let vars = sandbox.write("vars", "export GITHUB_TOKEN='hunter2'\n");
    fs::set_permissions(vars, fs::Permissions::from_mode(0o644)).unwrap();
    insta::assert_snapshot!(add("a", &["--env-file", "vars"]), @r"
    exit 2
    -- stderr
    error: vars holds secrets and can be read by other users (mode 644)
      hint: chmod 600 vars
    ");
    let input = ["server", "add", "b", "--no-check", "--env-file", "-", "--env", "TZ=UTC", "--", "true"];
    sandbox.run_with_input(&input, "GITHUB_TOKEN=hunter2\n").success();
    let input = ["server", "edit", "b", "--no-check", "--env-stdin"];
    sandbox.run_with_input(&input, "GITHUB_TOKEN=hunter2hunter2\n").success();
    for args in
        [&["server", "show", "b"][..], &["server", "show", "b", "--json"], &["server", "list", "--json"]]
    {
        let run = sandbox.run(args).success();
        assert!(!run.to_string().contains("hunter2"), "{run}");
    }
    insta::assert_snapshot!(sandbox.run(&["server", "show", "b"]), @r"
    exit 0
    -- stdout
    name           b
    alias          b
    state          enabled
    command        true
    variables      GITHUB_TOKEN (sealed) TZ (sealed)
    start timeout  1m
    not started yet; try it: mcpgw server test b
    ");
}

#[test]
fn a_dry_run_tries_the_server_and_keeps_nothing() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "calc", "--dry-run", "--", "./calc"]), @r"
    exit 0
    -- stdout
    would add calc
    offered by  scripted 1.2 (MCP 2025-06-18)
    tools       2: add sub
    prompts     1: hello
    resources   0
    templates   0
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "list", "--json"]), @r"
    exit 0
    -- stdout
    []
    ");
}

#[test]
fn a_server_that_asks_its_client_is_answered() {
    let sandbox = Sandbox::new();
    ScriptedServer::new(r#"{"tools":{}}"#)
        .notifies("tools/list", r#"{"jsonrpc":"2.0","id":"p\u0031","method":"ping"}"#)
        .notifies("tools/list", r#"{"jsonrpc":"2.0","id":7,"method":"roots/list"}"#)
        .records(r#""id":"p\u0031""#, "answers")
        .records(r#""id":7,"error""#, "answers")
        .answers("tools/list", r#"{"tools":[],"nextCursor":"2"}"#)
        .install(&sandbox, "asks");
    // The second page is asked for after the answers; that its cursor comes again ends the matter.
    assert_eq!(sandbox.run(&["server", "add", "asks", "--", "./asks"]).code, "7");
    let answers = fs::read_to_string(sandbox.home().join("answers")).unwrap();
    insta::assert_snapshot!(answers.lines().take(2).collect::<Vec<_>>().join("\n"), @r#"
    {"jsonrpc":"2.0","id":"p\u0031","result":{}}
    {"jsonrpc":"2.0","id":7,"error":{"code":-32601,"message":"this client can't do that"}}
    "#);
}

#[test]
fn a_store_directory_that_all_may_write_to_is_refused() {
    let sandbox = Sandbox::new();
    let open = sandbox.home().join("open");
    fs::create_dir(&open).unwrap();
    fs::set_permissions(&open, fs::Permissions::from_mode(0o1777)).unwrap();
    insta::assert_snapshot!(sandbox.run(&["--data-dir", "open", "server", "list"]), @r"
    exit 1
    -- stderr
    error: ~/open may be changed by other users (mode 1777)
      hint: choose a directory of your own with --data-dir
    ");
}
