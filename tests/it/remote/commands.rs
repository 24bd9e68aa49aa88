//! `server add`, `edit`, `show` and `list` of remote servers.

use super::server::Remote;
use crate::cli::vault::private;
use crate::support::{Run, Sandbox};

/// What was printed, with a name in place of the server's address.
fn named(remote: &Remote, run: &Run) -> String {
    run.to_string().replace(&remote.origin(), "http://far")
}

#[test]
fn a_remote_server_is_added_tried_shown_and_called() {
    let remote = Remote::plain();
    let sandbox = Sandbox::new();
    let url = remote.url();
    insta::assert_snapshot!(named(&remote, &sandbox.run(&["server", "add", "far", "--url", &url, "--header", "X-Team: core"])), @r"
    exit 0
    -- stdout
    added far
    offered by  far 1 (MCP 2025-06-18)
    tools       1: t
    prompts     0
    resources   0
    templates   0
    -- stderr
    warning: no keyring can be used: the key to your secrets is in ~/.local/share/mcpgw/vault.key
      hint: mcpgw vault move --to passphrase, or --to os
    ");
    insta::assert_snapshot!(named(&remote, &sandbox.run(&["server", "list"])), @r"
    exit 0
    -- stdout
    NAME  ALIAS  STATE    COMMAND
    far   far    enabled  http://far/mcp
    ");
    insta::assert_snapshot!(named(&remote, &sandbox.run(&["server", "show", "far"])), @r"
    exit 0
    -- stdout
    name           far
    alias          far
    state          enabled
    URL            http://far/mcp
    headers        x-team (sealed)
    start timeout  1m
    offered by     far 1 (MCP 2025-06-18)
    tools          1: t
    prompts        0
    resources      0
    templates      0
    ");
    insta::assert_snapshot!(named(&remote, &sandbox.run(&["server", "test", "far", "--field", "steps.step"])), @r"
    exit 0
    -- stdout
    secrets
    start
    initialize
    tools/list
    stop
    ");
    assert_eq!(sandbox.run(&["tool", "call", "far/t"]).code, "0");
    for (field, value) in [("transport", "http\n"), ("url", "http://far/mcp\n"), ("headers.name", "x-team\n")]
    {
        let run = sandbox.run(&["server", "show", "far", "--field", field]);
        assert_eq!(run.stdout.replace(&remote.origin(), "http://far"), value);
    }
    assert_eq!(sandbox.run(&["server", "show", "far", "--field", "command"]).code, "3");
}

#[test]
fn a_remote_server_is_edited_and_stays_one() {
    let (remote, other) = (Remote::plain(), Remote::plain());
    let sandbox = Sandbox::new();
    let (url, next) = (remote.url(), other.url());
    sandbox
        .run(&["server", "add", "far", "--url", &url, "--header", "X-A: 1", "--header", "X-B=2"])
        .success();
    let edit = ["server", "edit", "far", "--url", &next, "--unset-header", "x-a", "--header", "X-B: 3"];
    sandbox.run(&edit).success();
    let asked = other.seen().remove(0);
    assert_eq!((asked.header("x-a"), asked.header("x-b")), (None, Some("3")));
    let changed = sandbox.run(&["audit", "list", "--json"]).success().stdout;
    for part in ["url", "header.x-a", "header.x-b"] {
        assert!(changed.contains(&format!("\"{part}\"")), "{part}: {changed}");
    }
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "far", "--env", "A=1"]), @r"
    exit 2
    -- stderr
    error: far is a remote server: it has a URL and headers, and no command, variables or directory
      hint: to reach it in another way, add it anew: mcpgw server remove far
    ");
    sandbox.run(&["server", "add", "near", "--no-check", "--", "cat"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "edit", "near", "--url", &url]), @r"
    exit 2
    -- stderr
    error: near is a command: it has variables and a directory, and no URL or headers
      hint: to reach it in another way, add it anew: mcpgw server remove near
    ");
}

#[test]
fn what_would_stand_in_clear_or_can_not_be_sent_is_refused_and_not_quoted() {
    let sandbox = Sandbox::new();
    private(&sandbox, "line", "hunter2\n");
    let open = sandbox.write("open", "Authorization: Bearer hunter2\n");
    assert!(open.exists());
    let url = "https://example.com/mcp";
    for (args, why) in [
        (&["--url", url, "--header", "Authorization: Bearer hunter2"][..], "looks like a secret"),
        (&["--url", url, "--header", "Cookie=hunter2"], "looks like a secret"),
        (&["--url", url, "--header", "authorization"], "or --header 'authorization: Bearer secret://NAME'"),
        (&["--url", url, "--header", "Mcp-Session-Id: hunter2"], "is set by mcpgw"),
        (&["--url", url, "--header", "X: hunter2\r\nY: 1"], "can't be sent"),
        (&["--url", url, "--header-file", "line"], "line 1 of the headers"),
        (&["--url", url, "--header-file", "open"], "can be read by other users"),
        (&["--url", "https://u:hunter2@example.com/"], "give them as the header authorization"),
        (&["--url", "https://example.com/?api_key=hunter2"], "in clear, as its \"api_key\""),
        (&["--url", "https://example.com/?key=secret://none"], "refers to the secret none"),
        (&["--url", "ftp://example.com/hunter2"], "neither https:// nor http://"),
        (&["--url", url, "--env", "A=hunter2"], "cannot be used with"),
        (&["--url", url, "--", "cat"], "cannot be used with"),
        (&["--transport", "sse", "--", "cat"], "cannot be used with"),
        (&["--header", "X: 1", "--", "cat"], "cannot be used with"),
        (&["--header", "X: 1"], "required arguments"),
    ] {
        let run = sandbox.run(&[&["server", "add", "far", "--no-check"][..], args].concat());
        assert!(["2", "3"].contains(&run.code.as_str()) && run.stderr.contains(why), "{args:?}: {run}");
        assert!(!run.stderr.contains("hunter2"), "{run}");
    }
    assert_eq!(sandbox.run(&["server", "list", "--json"]).stdout, "[]\n");
}

#[test]
fn json_of_a_client_becomes_a_remote_server_with_its_headers_sealed() {
    let remote = Remote::plain();
    let sandbox = Sandbox::new();
    let document = format!(
        r#"{{"servers":{{"far":{{"type":"http","url":"{}","headers":{{"Authorization":"Bearer hunter2"}},"gallery":true}}}}}}"#,
        remote.url()
    );
    let run = sandbox.run_with_input(&["server", "add-json", "far", "-"], &document).success();
    for note in ["ignored in the JSON: gallery", "sealed: authorization; where they came from"] {
        assert!(run.stderr.contains(note), "{run}");
    }
    assert_eq!(remote.seen()[0].header("authorization"), Some("Bearer hunter2"));
}

#[test]
fn a_token_without_its_scheme_is_noted_and_not_quoted() {
    let sandbox = Sandbox::new();
    for (given, noted) in [("Authorization: hunter2\n", true), ("Authorization: Bearer hunter2\n", false)] {
        private(&sandbox, "headers", given);
        let args = [
            "server",
            "add",
            "far",
            "--no-check",
            "--url",
            "https://example.com/mcp",
            "--header-file",
            "headers",
        ];
        let run = sandbox.run(&[&args[..], &["--dry-run"]].concat()).success();
        assert_eq!(run.stderr.contains("as in: Bearer TOKEN"), noted, "{run}");
        assert!(!run.to_string().contains("hunter2"), "{run}");
    }
}

#[test]
fn who_is_overheard_is_told() {
    let sandbox = Sandbox::new();
    let add = ["server", "add", "far", "--no-check", "--header", "X-Team: core", "--url"];
    let run = sandbox.run(&[&add[..], &["http://far.example/mcp"]].concat()).success();
    assert!(run.stderr.contains("everybody on the way to http://far.example can read"), "{run}");
}
