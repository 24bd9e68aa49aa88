//! Why a server does not start is told alike by every command, and to the client that wants it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::Sandbox;

/// A way not to start.
struct Fault {
    /// What stands behind `server add`.
    launch: &'static [&'static str],
    /// What every account of it says.
    why: &'static str,
    /// The way out.
    hint: &'static str,
}

const FAULTS: &[Fault] = &[
    Fault {
        launch: &["--", "no-such-program"],
        why: "no-such-program: no such program on PATH",
        hint: "install no-such-program, or give its full path",
    },
    Fault {
        launch: &["--", "./nothing"],
        why: "~/nothing: no such program",
        hint: "check the path of the command",
    },
    Fault {
        launch: &["--", "uvx mcp-server-time"],
        why: "uvx mcp-server-time: no such program on PATH",
        hint: "give the command and its arguments as words of their own: uvx mcp-server-time",
    },
    Fault {
        launch: &["--", "npx -y @x/y"],
        why: "npx -y @x/y: no such program",
        hint: "give the command and its arguments as words of their own: npx -y @x/y",
    },
    Fault {
        launch: &["--cwd", "directory", "--", "./serve --port 0"],
        why: "~/directory/serve --port 0: no such program",
        hint: "give the command and its arguments as words of their own: ~/directory/serve --port 0",
    },
    Fault {
        launch: &["--", "./directory"],
        why: "~/directory: a directory, not a program",
        hint: "check the path of the command",
    },
    Fault { launch: &["--", "./data"], why: "~/data: not executable", hint: "chmod +x ~/data" },
    Fault {
        launch: &["--", "./orphan"],
        why: "~/orphan: its first line names /no/such/interpreter, which is not there",
        hint: "install /no/such/interpreter, or correct the first line",
    },
    Fault {
        launch: &["--", "./binary"],
        why: "~/binary: neither a program for this machine nor a script that begins with #!",
        hint: "see what it is: file ~/binary",
    },
    Fault {
        launch: &["--cwd", "nowhere", "--", "cat"],
        why: "~/nowhere: no such directory to start in",
        hint: "mkdir ~/nowhere, or choose another --cwd",
    },
    Fault {
        launch: &["--cwd", "data", "--", "cat"],
        why: "~/data: not a directory, and it can't start there",
        hint: "choose another --cwd",
    },
];

/// The same for those that start and end at once: what else is said differs.
const ENDS: &[Fault] = &[
    Fault {
        launch: &["--", "./needy"],
        why: "(exit status: 3)",
        hint: "run it yourself to see why: ~/needy",
    },
    Fault {
        launch: &["--", "./poor"],
        why: "(exit status: 127)",
        hint: "install what it needs: its PATH is the one of the shell where it was added",
    },
    Fault { launch: &["--", "true"], why: "(exit status: 0)", hint: "run it yourself to see why: true" },
];

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.home().join("directory")).unwrap();
    sandbox.write("data", "x");
    for (name, content) in [
        ("orphan", "#!/no/such/interpreter -x\n"),
        ("binary", "\u{7f}ELF of another machine"),
        ("needy", "#!/bin/sh\necho 'Error: set API_URL' >&2\necho bye >&2\nexit 3\n"),
        ("poor", "#!/bin/sh\necho 'needs: node' >&2\nexec no-such-node\n"),
        (
            "old",
            "#!/bin/sh\nread -r line\necho '{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocolVersion\":\"2023-01-01\"}}'\nread -r line\n",
        ),
        ("banner", "#!/bin/sh\necho 'Welcome!'\necho 'Listening on port 3000' >&2\nexec sleep 60\n"),
    ] {
        let file = sandbox.write(name, content);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    sandbox
}

/// What a client is told that calls a tool of the server `s`.
fn call(sandbox: &Sandbox) -> String {
    let input = [
        r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#,
        r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        r#"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"s__t"}}"#,
        "",
    ];
    let run = sandbox.run_with_input(&["stdio"], &input.join("\n")).success();
    let answers = run.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let error = answers.into_iter().find(|answer| answer["id"] == 2).unwrap();
    error["error"]["message"].as_str().unwrap_or_else(|| panic!("{error}")).to_owned()
}

fn assert_all(texts: &[(&str, &str)], wanted: &str) {
    for (of, text) in texts {
        assert!(text.contains(wanted), "{of} doesn't say {wanted:?}:\n{text}");
    }
}

#[test]
fn what_can_not_be_started_is_explained_alike_everywhere() {
    let sandbox = sandbox();
    for fault in FAULTS {
        let add = |check: &[&str]| sandbox.run(&[&["server", "add", "s"], check, fault.launch].concat());
        let added = add(&[]);
        assert_eq!(added.code, "7", "{added}");
        add(&["--no-check"]).success();
        let client = call(&sandbox).replace(&*sandbox.home().to_string_lossy(), "~");
        let tested = sandbox.run(&["server", "test", "s"]);
        assert_eq!(tested.code, "7", "{tested}");
        let status = sandbox.run(&["status", "--field", "servers.last_failure"]).success().stdout;
        assert_all(&[("status", &status)], fault.why);
        let texts = [
            ("server add", &*added.stderr),
            ("server test", &*tested.stderr),
            ("the client's error", &*client),
        ];
        assert_all(&texts, fault.why);
        assert_all(&texts, fault.hint);
        sandbox.run(&["server", "remove", "s", "--yes"]).success();
    }
}

#[test]
fn a_server_that_ends_at_once_is_explained_with_its_last_words() {
    let sandbox = sandbox();
    for fault in ENDS {
        let add = [&["server", "add", "s", "--no-check"], fault.launch].concat();
        sandbox.run(&add).success();
        let client = call(&sandbox);
        let tested = sandbox.run(&["server", "test", "s"]);
        let status = sandbox.run(&["status", "--field", "servers.last_failure"]).success().stdout;
        assert_all(&[("server test", &tested.stderr), ("client", &client), ("status", &status)], fault.why);
        assert_all(&[("server test", &tested.stderr)], fault.hint);
        sandbox.run(&["server", "remove", "s", "--yes"]).success();
    }
    sandbox.run(&["server", "add", "s", "--no-check", "--", "./needy"]).success();
    let tested = sandbox.run(&["server", "test", "s"]).stderr;
    assert_all(&[("server test", &tested)], "  | Error: set API_URL\n  | bye\n");
    let status = sandbox.run(&["status", "--field", "servers.last_failure"]).stdout;
    assert_all(&[("client", &call(&sandbox)), ("status", &status)], "Error: set API_URL");
}

#[test]
fn a_server_that_speaks_something_else_is_explained() {
    let sandbox = sandbox();
    for (command, why, hint) in [
        ("./old", "it speaks MCP 2023-01-01; this client knows ", "see that it speaks MCP over stdio"),
        ("cat", "it says what it is told: that is no MCP server", "see that it speaks MCP over stdio"),
        (
            "./banner",
            "  | Welcome!\nlast on its stderr:\n  | Listening on port 3000\n",
            "run it yourself to see why",
        ),
    ] {
        let run = sandbox.run(&["server", "add", "s", "--start-timeout", "500ms", "--", command]);
        assert_eq!(run.code, "7", "{run}");
        assert_all(&[("server add", &run.stderr)], why);
        assert_all(&[("server add", &run.stderr)], hint);
    }
}

#[test]
fn a_test_that_fails_says_as_json_which_step_it_was() {
    let sandbox = sandbox();
    sandbox.run(&["server", "add", "s", "--no-check", "--", "./needy"]).success();
    let run = sandbox.run(&["server", "test", "s", "--json"]);
    assert_eq!(run.code, "7");
    let test: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let steps: Vec<_> =
        test["steps"].as_array().unwrap().iter().map(|step| (&step["step"], &step["ok"])).collect();
    assert_eq!(
        serde_json::to_string(&steps).unwrap(),
        r#"[["command",true],["start",true],["initialize",false]]"#
    );
    assert_eq!(
        (&test["ok"], test["stderr"].to_string()),
        (&false.into(), r#"["Error: set API_URL","bye"]"#.to_owned())
    );
    let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(error["error"]["code"], "unavailable");
    assert_eq!(sandbox.run(&["server", "test", "nobody"]).code, "3");
}
