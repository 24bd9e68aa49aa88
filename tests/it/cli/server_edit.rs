use super::server::two_tools;
use crate::support::{Run, Sandbox, ScriptedServer};

#[test]
fn servers_are_switched_off_and_on_and_removed() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "add", "x", "--no-check", "--", "true"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "disable", "x"]), @r"
    exit 0
    -- stdout
    disabled x
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "disable", "x"]), @r"
    exit 0
    -- stdout
    x is disabled already
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "enable", "x", "--dry-run"]), @r"
    exit 0
    -- stdout
    x would be enabled
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "list", "--field", "0.enabled"]), @r"
    exit 0
    -- stdout
    false
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "remove", "x"]), @r"
    exit 2
    -- stderr
    error: this needs a confirmation, and there is nobody to ask
      hint: repeat the command with --yes
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "remove", "x", "-y", "--dry-run"]), @r"
    exit 0
    -- stdout
    would remove x
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "rm", "x", "-y"]), @r"
    exit 0
    -- stdout
    removed x
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "x"]), @r"
    exit 3
    -- stderr
    error: there is no server named x
      hint: mcpgw server list
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 0
    -- stdout
    no servers yet; add one: mcpgw server add NAME -- COMMAND (or --url URL)
    ");
}

#[test]
fn editing_tries_what_changed_and_keeps_it() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    sandbox.run(&["server", "add", "calc", "--env", "A=1", "--", "./calc"]).success();
    insta::assert_snapshot!(
        sandbox.run(&["server", "edit", "calc", "--alias", "c", "--timeout", "90s", "--eager", "--env", "B=2", "--unset-env", "A"]), @r"
    exit 0
    -- stdout
    changed calc
    name           calc
    alias          c
    state          enabled
    command        ~/calc
    variables      B (sealed)
    starts         with every session
    start timeout  1m
    call timeout   90s
    offered by     scripted 1.2 (MCP 2025-06-18)
    tools          2: add sub
    prompts        1: hello
    resources      0
    templates      0
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "calc", "--alias", "c"]), @r"
    exit 0
    -- stdout
    calc is so already
    name           calc
    alias          c
    state          enabled
    command        ~/calc
    variables      B (sealed)
    starts         with every session
    start timeout  1m
    call timeout   90s
    ");
}

#[test]
fn an_edit_that_fails_its_trial_changes_nothing() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    sandbox.run(&["server", "add", "calc", "--", "./calc"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "calc", "--", "false"]), @r"
    exit 7
    -- stderr
    error: the server calc failed: initialize: it ended before it answered (exit status: 1)
      hint: run it yourself to see why: false; to keep it as it is, use --no-check
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "calc", "--field", "command"]), @r"
    exit 0
    -- stdout
    ~/calc
    ");
}

#[test]
fn a_renamed_server_keeps_its_alias_and_what_is_known_about_it() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    sandbox.run(&["server", "add", "calc", "--eager", "--timeout", "1m", "--", "./calc"]).success();
    let rename = ["server", "edit", "calc", "--rename", "sums", "--no-timeout", "--no-eager", "-q"];
    sandbox.run(&rename).success();
    insta::assert_snapshot!(sandbox.run(&["server", "show", "sums"]), @r"
    exit 0
    -- stdout
    name           sums
    alias          calc
    state          enabled
    command        ~/calc
    start timeout  1m
    offered by     scripted 1.2 (MCP 2025-06-18)
    tools          2: add sub
    prompts        1: hello
    resources      0
    templates      0
    ");
}

#[test]
fn a_test_shows_each_step_and_what_failed() {
    let sandbox = Sandbox::new();
    two_tools().first("echo starting up").install(&sandbox, "calc");
    sandbox.run(&["server", "add", "calc", "--no-check", "--", "./calc"]).success();
    insta::assert_snapshot!(spaced_once(&sandbox.run(&["server", "test", "calc"])), @r"
    exit 0
    -- stdout
    STEP RESULT TOOK
    command ~/calc <took>
    start <took>
    initialize MCP 2025-06-18 <took>
    tools/list 2 items <took>
    prompts/list 1 item <took>
    stop exit status: 0 <took>
    offered by scripted 1.2 (MCP 2025-06-18)
    tools 2: add sub
    prompts 1: hello
    resources 0
    templates 0
    on its stdout, where only MCP messages may be (ignored): starting up
    ");
    ScriptedServer::new(r#"{"tools":{}}"#)
        .refuses("tools/list", r#"{"code":-32603,"message":"database is down"}"#)
        .install(&sandbox, "calc");
    insta::assert_snapshot!(spaced_once(&sandbox.run(&["server", "test", "calc"])), @r"
    exit 7
    -- stdout
    STEP RESULT TOOK
    command ~/calc <took>
    start <took>
    initialize MCP 2025-06-18 <took>
    tools/list failed <took>
    -- stderr
    error: the server calc failed: tools/list: it answered with error -32603: database is down
    ");
    insta::assert_snapshot!(sandbox.run(&["status", "--field", "servers.state"]), @r"
    exit 0
    -- stdout
    down
    ");
}

/// The width of a column depends on where the home is.
fn spaced_once(run: &Run) -> String {
    regex::Regex::new(" {2,}").unwrap().replace_all(&run.to_string(), " ").into_owned()
}

#[test]
fn a_list_that_never_ends_is_given_up() {
    let sandbox = Sandbox::new();
    ScriptedServer::new(r#"{"tools":{}}"#)
        .answers("tools/list", r#"{"tools":[{"name":"a"}],"nextCursor":"again"}"#)
        .install(&sandbox, "loop");
    insta::assert_snapshot!(sandbox.run(&["server", "add", "loop", "--", "./loop"]), @r"
    exit 7
    -- stderr
    error: the server loop failed: tools/list: its list does not end: it gave the same cursor twice
      hint: to keep it as it is, use --no-check
    ");
}

#[test]
fn json_of_a_client_becomes_a_server() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    let document = r#"{"mcpServers":{"calc":{"command":"./calc","args":["-v"],"env":{"API_KEY":"hunter2"},"autoApprove":[]}}}"#;
    insta::assert_snapshot!(sandbox.run_with_input(&["server", "add-json", "calc", "-"], document), @r"
    exit 0
    -- stdout
    added calc
    offered by  scripted 1.2 (MCP 2025-06-18)
    tools       2: add sub
    prompts     1: hello
    resources   0
    templates   0
    -- stderr
    note: ignored in the JSON: autoApprove
    warning: no keyring can be used: the key to your secrets is in ~/.local/share/mcpgw/vault.key
      hint: mcpgw vault move --to passphrase, or --to os
    note: sealed: API_KEY; where they came from, they still stand in clear
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "calc"]), @r"
    exit 0
    -- stdout
    name           calc
    alias          calc
    state          enabled
    command        ~/calc -v
    variables      API_KEY (sealed)
    start timeout  1m
    offered by     scripted 1.2 (MCP 2025-06-18)
    tools          2: add sub
    prompts        1: hello
    resources      0
    templates      0
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "add-json", "r", "{"]), @r"
    exit 2
    -- stderr
    error: this is not JSON: EOF while parsing an object at line 1 column 1
    ");
}

#[test]
fn a_secret_among_the_arguments_is_noted_without_its_value() {
    let sandbox = Sandbox::new();
    two_tools().install(&sandbox, "calc");
    let noted = sandbox.run(&["server", "add", "calc", "--", "./calc", "--token", "hunter2"]).stderr;
    assert!(noted.contains("the value of --token looks like a secret"), "{noted}");
    assert!(!noted.contains("hunter2"), "{noted}");
    let noted = sandbox.run(&["server", "edit", "calc", "--alias", "c"]).stderr;
    assert!(!noted.contains("looks like a secret"), "{noted}");
    let noted = sandbox.run(&["server", "edit", "calc", "--", "./calc", "--api-key=hunter3"]).stderr;
    assert!(noted.contains("the value of --api-key"), "{noted}");
    assert!(!noted.contains("hunter3"), "{noted}");
}
