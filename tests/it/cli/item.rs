use std::fs;

use crate::support::{Sandbox, ScriptedServer};

fn shop(tools: &str) -> ScriptedServer {
    ScriptedServer::new(r#"{"tools":{},"prompts":{},"resources":{}}"#)
        .answers("tools/list", &format!(r#"{{"tools":{tools}}}"#))
        .answers("prompts/list", r#"{"prompts":[{"name":"greet","arguments":[{"name":"who"}]}]}"#)
        .answers("resources/list", r#"{"resources":[{"uri":"shop://stock","name":"stock"}]}"#)
        .answers(
            "resources/templates/list",
            r#"{"resourceTemplates":[{"uriTemplate":"shop://item/{id}","name":"item"}]}"#,
        )
}

const SEARCH: &str = r#"[{"name":"find it","description":"Finds.\nMore.","inputSchema":{"properties":{"id":{"type":"string"}}}}]"#;

fn with(server: &ScriptedServer) -> Sandbox {
    let sandbox = Sandbox::new();
    server.install(&sandbox, "shop");
    sandbox.run(&["server", "add", "shop", "--", "./shop"]).success();
    sandbox
}

#[test]
fn items_are_listed_under_the_names_that_clients_see() {
    let sandbox = with(&shop(SEARCH));
    insta::assert_snapshot!(sandbox.run(&["tool", "list"]), @r"
    exit 0
    -- stdout
    NAME                  SERVER  WHAT IT IS
    shop__find_it_d5330a  shop    Finds.
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "list", "--json"]), @r#"
    exit 0
    -- stdout
    [
      {
        "server": "shop",
        "name": "shop__find_it_d5330a",
        "original": "find it",
        "definition": {"name":"find it","description":"Finds.\nMore.","inputSchema":{"properties":{"id":{"type":"string"}}}}
      }
    ]
    "#);
    insta::assert_snapshot!(sandbox.run(&["prompt", "list"]), @r"
    exit 0
    -- stdout
    NAME         SERVER  WHAT IT IS
    shop__greet  shop    greet
    ");
    insta::assert_snapshot!(sandbox.run(&["resource", "list"]), @r"
    exit 0
    -- stdout
    NAME              SERVER  WHAT IT IS
    shop://stock      shop    stock
    shop://item/{id}  shop    item
    ");
    sandbox.run(&["config", "set", "naming.separator", "."]);
    sandbox.run(&["config", "set", "naming.separator", "-"]).success();
    insta::assert_snapshot!(sandbox.run(&["prompt", "list", "--field", "name"]), @r"
    exit 0
    -- stdout
    shop-greet
    ");
}

#[test]
fn a_name_that_two_servers_have_is_kept_by_the_older_and_said() {
    let sandbox = with(&shop(r#"[{"name":"search"}]"#));
    let add = |name: &str| sandbox.run(&["server", "edit", name, "--no-prefix", "--no-check"]).success();
    sandbox.run(&["server", "add", "second", "--", "./shop"]).success();
    add("shop");
    add("second");
    insta::assert_snapshot!(sandbox.run(&["tool", "list"]), @r"
    exit 0
    -- stdout
    NAME    SERVER  WHAT IT IS
    search  shop    search
    -- stderr
    note: search of second is hidden: shop has that name
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "second"]), @r"
    exit 0
    -- stdout
    name           second
    alias          second (not used as a prefix)
    state          enabled
    command        ~/shop
    start timeout  1m
    offered by     scripted 1.2 (MCP 2025-06-18)
    tools          1: search
    prompts        1: greet
    resources      1: shop://stock
    templates      1: shop://item/{id}
    hidden: search, since shop has that name
    hidden: greet, since shop has that name
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "second", "--field", "hidden"]), @r#"
    exit 0
    -- stdout
    [{"name":"search","kept_by":"shop"},{"name":"greet","kept_by":"shop"}]
    "#);
    insta::assert_snapshot!(sandbox.run(&["resource", "list", "--field", "name"]), @r"
    exit 0
    -- stdout
    shop://stock
    mcpgw://second/shop%3A%2F%2Fstock
    shop://item/{id}
    mcpgw://second/shop%3A%2F%2Fitem%2F{id}
    ");
}

#[test]
fn a_tool_is_shown_with_its_arguments() {
    let tool = r#"[{"name":"buy","title":"Buy","description":"Buys.\nAll of it.","inputSchema":{"properties":{
        "id":{"type":"string","description":"Which one"},"size":{"enum":["s","m"]},"n":{"type":["integer","null"]}},
        "required":["id"]}, "x":1e400}]"#;
    let sandbox = with(&shop(&tool.replace('\n', "")));
    insta::assert_snapshot!(sandbox.run(&["tool", "show", "shop__buy"]), @r"
    exit 0
    -- stdout
    name          shop__buy
    server        shop
    its own name  buy
    Buy
    Buys.
    All of it.

    Arguments
    NAME  TYPE            NEEDED  MEANING
    id    string          yes     Which one
    size  s | m
    n     integer | null
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "show", "shop/buy", "--field", "x"]), @r"
    exit 0
    -- stdout
    1e400
    ");
}

#[test]
fn a_server_of_which_nothing_is_known_is_started_for_a_list_and_its_failure_is_said() {
    let sandbox = Sandbox::new();
    shop(SEARCH).install(&sandbox, "shop");
    sandbox.run(&["server", "add", "shop", "--no-check", "--", "./shop"]).success();
    sandbox.run(&["server", "add", "gone", "--no-check", "--", "no-such-program"]).success();
    insta::assert_snapshot!(sandbox.run(&["tool", "list"]), @r"
    exit 0
    -- stdout
    NAME                  SERVER  WHAT IT IS
    shop__find_it_d5330a  shop    Finds.
    -- stderr
    warning: the server gone failed: command: no-such-program: no such program on PATH
      hint: install no-such-program, or give its full path
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "list"]), @r"
    exit 0
    -- stdout
    NAME                  SERVER  WHAT IT IS
    shop__find_it_d5330a  shop    Finds.
    -- stderr
    warning: the server gone failed when it was last started: command: no-such-program: no such program on PATH
      hint: mcpgw server test gone
    ");
    insta::assert_snapshot!(sandbox.run(&["status"]), @r"
    exit 0
    -- stdout
    store     ~/.local/share/mcpgw
    settings  ~/.config/mcpgw/config.toml
    servers   2
    sessions  0

    Servers
    NAME  STATE  TOOLS  PROMPTS  RESOURCES  LAST FAILURE
    shop  idle   1      1        1
    gone  down   ?      ?        ?          command: no-such-program: no such program on PATH
    no client is served now; servers start for one: mcpgw stdio
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "gone__it"]), @r"
    exit 7
    -- stderr
    error: the server gone failed when it was last started: command: no-such-program: no such program on PATH
      hint: mcpgw server test gone
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop__nothing"]), @r"
    exit 3
    -- stderr
    error: there is no tool shop__nothing
      hint: mcpgw tool list
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "list", "--server", "gone", "--refresh", "-q"]), @r"
    exit 7
    -- stderr
    error: the server gone failed: command: no-such-program: no such program on PATH
      hint: install no-such-program, or give its full path
    ");
}

#[test]
fn a_tool_is_called_by_either_name_and_its_result_is_printed() {
    let server = shop(SEARCH)
        .notifies("tools/call", r#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":1,"progress":1,"total":2,"message":"half\u001b[2J"}}"#)
        .answers("tools/call", r#"{"content":[{"type":"text","text":"one\ntwo\u001b[31m"},{"type":"image","mimeType":"image/png","data":"AAAA"}], "n":12345678901234567890123}"#);
    let sandbox = with(&server);
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it", "id=007"]), @r"
    exit 0
    -- stdout
    one
    two\x1b[31m
    [image image/png, 4 characters of base64; --json shows them]
    -- stderr
    progress: 1/2 half\x1b[2J
    ");
    let by_advertised = sandbox.run(&["tool", "list", "--field", "0.name"]).stdout;
    sandbox.run(&["tool", "call", by_advertised.trim(), "id=007"]).success();
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it", "--json", "-q"]), @r#"
    exit 0
    -- stdout
    {"content":[{"type":"text","text":"one\ntwo\u001b[31m"},{"type":"image","mimeType":"image/png","data":"AAAA"}], "n":12345678901234567890123}
    "#);
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it", "--field", "n", "-q"]), @r"
    exit 0
    -- stdout
    12345678901234567890123
    ");
}

#[test]
fn a_tool_that_fails_and_one_that_is_not_there_have_their_exit_codes() {
    let server = shop(SEARCH)
        .answers("tools/call", r#"{"isError":true,"content":[{"type":"text","text":"out of stock"}]}"#)
        .refuses("prompts/get", r#"{"code":-32602,"message":"no such prompt"}"#);
    let sandbox = with(&server);
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it"]), @r"
    exit 1
    -- stdout
    out of stock
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop__nothing"]), @r"
    exit 3
    -- stderr
    error: there is no tool shop__nothing
      hint: mcpgw tool list
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it", "--args", "[]"]), @r"
    exit 2
    -- stderr
    error: --args is not a JSON object
    ");
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it", "id"]), @r"
    exit 2
    -- stderr
    error: id is not NAME=VALUE
    ");
    insta::assert_snapshot!(sandbox.run(&["prompt", "get", "shop__greet", "who=you"]), @r"
    exit 1
    -- stderr
    error: the server shop refused prompts/get: no such prompt (-32602)
    ");
}

#[test]
fn prompts_are_filled_in_and_resources_read() {
    let server = shop(SEARCH)
        .answers("prompts/get", r#"{"messages":[{"role":"user","content":{"type":"text","text":"Hello!"}}]}"#)
        .answers("resources/read", r#"{"contents":[{"uri":"shop://stock","text":"3 left\r\n"},{"uri":"shop://b","blob":"AAAA","mimeType":"x/y"}]}"#);
    let sandbox = with(&server);
    insta::assert_snapshot!(sandbox.run(&["prompt", "get", "shop__greet", "who=you"]), @r"
    exit 0
    -- stdout
    user
    Hello!
    ");
    insta::assert_snapshot!(sandbox.run(&["resource", "read", "shop://stock"]), @r"
    exit 0
    -- stdout
    3 left
    [shop://b x/y, 4 characters of base64; --json shows them]
    ");
    sandbox.run(&["resource", "read", "shop://item/5"]).success();
    sandbox.run(&["resource", "read", "shop/shop://anything"]).success();
    insta::assert_snapshot!(sandbox.run(&["resource", "read", "other://x"]), @r"
    exit 3
    -- stderr
    error: there is no resource other://x
      hint: mcpgw resource list
    ");
}

#[test]
fn odd_results_pass_as_they_came_and_their_failure_is_noticed() {
    let odd = r#"{"content":[{"type":"text","text":"half \ud83d"},{"type":"text","text":"ok"}],"n":1e400,"isError":true}"#;
    let sandbox = with(&shop(SEARCH).answers("tools/call", odd));
    insta::assert_snapshot!(sandbox.run(&["tool", "call", "shop/find it"]), @r#"
    exit 1
    -- stdout
    "half \ud83d"
    ok
    "#);
    let run = sandbox.run(&["tool", "call", "shop/find it", "--json"]);
    assert_eq!(run.stdout, format!("{odd}\n"));
}

#[test]
fn a_request_that_the_server_could_not_read_is_answered_by_its_error_without_an_id() {
    let error = r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"too long"}}"#;
    let server = shop(SEARCH).notifies("tools/call", error).records("tools/call", "calls");
    insta::assert_snapshot!(with(&server).run(&["tool", "call", "shop/find it"]), @r"
    exit 1
    -- stderr
    error: the server shop refused tools/call: too long (-32600)
    ");
}

#[test]
fn arguments_over_several_lines_reach_the_server_as_one_line_and_otherwise_as_typed() {
    let read = r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"read"}}"#;
    let sandbox = with(&shop(SEARCH).notifies("tools/call", read).records("tools/call", "calls"));
    let call = ["tool", "call", "shop/find it", "--args"];
    let typed = "{\r\n\t\"id\" :\n\"a\\nb \\u00e9\",\"n\":\n[1e400,\n12345678901234567890123]\n}\n";
    assert_eq!(sandbox.run_with_input(&[&call[..], &["-"]].concat(), typed).code, "1");
    assert_eq!(sandbox.run(&[&call[..], &[typed]].concat()).code, "1");
    assert_eq!(sandbox.run(&["tool", "call", "shop/find it", "n=[1,\n2]"]).code, "1");
    let calls = fs::read_to_string(sandbox.home().join("calls")).unwrap();
    let sent = |arguments: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{{"name":"find it","arguments":{arguments},"_meta":{{"progressToken":1}}}}}}"#
        )
    };
    let folded = sent("{  \t\"id\" : \"a\\nb \\u00e9\",\"n\": [1e400, 12345678901234567890123] }");
    assert_eq!(calls.lines().collect::<Vec<_>>(), [&folded, &folded, &sent(r#"{"n":[1, 2]}"#)]);
    let run = sandbox.run(&[&call[..], &["{\"id\":\"a\nb\"}"]].concat());
    assert!(run.code == "2" && run.stderr.contains("--args is not JSON"), "{run}");
}

#[test]
fn nothing_is_asked_of_a_disabled_server_and_the_way_out_is_told() {
    let server = shop(SEARCH).answers("tools/call", "{}").first("echo started >> starts");
    let sandbox = with(&server);
    sandbox.run(&["server", "add", "plain", "--no-prefix", "--alias", "p", "--", "./shop"]).success();
    sandbox.run(&["server", "add", "other", "--", "./shop"]).success();
    let advertised = sandbox.run(&["tool", "list", "--field", "0.name"]).success().stdout;
    for name in ["shop", "plain"] {
        sandbox.run(&["server", "disable", name]).success();
    }
    let starts = fs::read_to_string(sandbox.home().join("starts")).unwrap();
    for (name, args) in [
        ("shop", &["tool", "call", advertised.trim()][..]),
        ("shop", &["tool", "call", "shop__not_listed"]),
        ("shop", &["tool", "call", "shop/find it"]),
        ("shop", &["tool", "show", "shop/find it"]),
        ("shop", &["tool", "list", "--server", "shop"]),
        ("shop", &["prompt", "get", "shop__greet"]),
        ("shop", &["prompt", "get", "shop/greet"]),
        ("shop", &["prompt", "list", "--server", "shop"]),
        ("shop", &["resource", "read", "shop://stock", "--server", "shop"]),
        ("shop", &["resource", "read", "shop/shop://stock"]),
        ("shop", &["resource", "list", "--server", "shop", "--refresh"]),
        ("plain", &["prompt", "get", "greet"]),
    ] {
        let run = sandbox.run(args);
        let wanted = format!("error: the server {name} is disabled\n  hint: mcpgw server enable {name}\n");
        assert!(run.code == "6" && run.stderr == wanted && run.stdout.is_empty(), "{args:?}: {run}");
    }
    assert_eq!(sandbox.run(&["tool", "call", "nothing"]).code, "3");
    sandbox.run(&["server", "disable", "other"]).success();
    assert_eq!(sandbox.run(&["resource", "read", "shop://stock"]).code, "6");
    assert_eq!(sandbox.run(&["resource", "read", "shop://item/7"]).code, "6");
    assert_eq!(sandbox.run(&["resource", "read", "else://item/7"]).code, "3");
    assert_eq!(fs::read_to_string(sandbox.home().join("starts")).unwrap(), starts);
}
