//! What remote servers are called with, and who else gets to see it: nobody.

use std::fs;

use super::server::Remote;
use super::world::{sandbox, session};
use crate::cli::vault::{holding, private};
use crate::support::{Client, Sandbox};

/// A text that is nowhere else, not even where this test runs a second time.
fn canary(kind: &str) -> String {
    format!("canary-{kind}-{}-7c1d0a", std::process::id())
}

/// A server with a header of its own, one that refers to a secret, and a secret in its URL; and the three values.
fn guarded(remote: &Remote) -> (Sandbox, [String; 3]) {
    let values = ["header", "token", "in/url"].map(canary);
    let [header, token, url] = &values;
    let sandbox = Sandbox::new();
    private(&sandbox, "headers", &format!("X-Api-Key: {header}\n"));
    private(&sandbox, "token", token);
    private(&sandbox, "key", url);
    sandbox.run(&["secret", "set", "token", "--file", "token"]).success();
    sandbox.run(&["secret", "set", "key", "--file", "key"]).success();
    let endpoint = format!("{}?key=secret://key", remote.url());
    let bearer = "Authorization: Bearer secret://token";
    let args = [
        "server",
        "add",
        "r",
        "--no-prefix",
        "--url",
        &endpoint,
        "--header-file",
        "headers",
        "--header",
        bearer,
    ];
    sandbox.run(&args).success();
    for file in ["headers", "token", "key"] {
        fs::remove_file(sandbox.home().join(file)).unwrap();
    }
    (sandbox, values)
}

/// The processes whose `what` (a file below `/proc/<pid>`) holds `text`.
fn processes(what: &str, text: &str) -> usize {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let holds = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).contains(text);
    processes.filter(|process| fs::read(process.path().join(what)).is_ok_and(holds)).count()
}

#[test]
fn values_reach_the_server_and_stand_nowhere_else() {
    let remote = Remote::start(|asked, reply| {
        if asked.method() == "tools/call" {
            // A server that tells what it was given.
            let said = format!("{:?} {}", asked.headers, asked.path).replace(['"', '\\'], "'");
            reply.whole(
                "401 Unauthorized",
                "content-type: application/json\r\n",
                &format!("{{\"error\":\"{said}\"}}"),
            );
            return None;
        }
        Some(reply)
    });
    let (sandbox, values) = guarded(&remote);
    let mut command = sandbox.command(["stdio", "-vv"]);
    command.stderr(fs::File::create(sandbox.home().join("log")).unwrap());
    let mut client = Client::open(&mut command);
    client.wait_for_tool("\"t\"");
    let [header, token, url] = &values;
    for asked in remote.seen() {
        assert_eq!(asked.header("x-api-key"), Some(header.as_str()));
        assert_eq!(asked.header("authorization"), Some(format!("Bearer {token}").as_str()));
        assert_eq!(asked.path, format!("/mcp?key={}", url.replace('/', "%2F")));
    }
    for value in &values {
        for what in ["environ", "cmdline"] {
            assert_eq!(processes(what, value), 0, "{value} in {what}");
        }
        assert_eq!(holding(&sandbox.home(), value), Vec::<std::path::PathBuf>::new());
    }
    client.ask("tools/call", r#"{"name":"t"}"#);
    client.end();
    for args in [
        &["server", "show", "r", "--json"][..],
        &["server", "list", "--json"],
        &["server", "test", "r", "-vv", "--json"],
        &["server", "logs", "r"],
        &["secret", "list", "--json"],
        &["audit", "list", "--json"],
        &["secret", "rotate-key", "-vv"],
        &["tool", "call", "r/t", "-vv"],
    ] {
        let run = sandbox.run(args);
        assert!(values.iter().all(|value| !run.to_string().contains(value)), "{run}");
    }
    for value in &values {
        assert_eq!(holding(&sandbox.home(), value), Vec::<std::path::PathBuf>::new());
    }
    // Sealed anew, they are what they were.
    sandbox.run(&["server", "test", "r"]).success();
}

#[test]
fn headers_do_not_follow_a_request_to_somebody_else() {
    let other = Remote::plain();
    let elsewhere = other.url();
    for (status, to) in [("307 Temporary Redirect", elsewhere.clone()), ("308 Permanent Redirect", elsewhere)]
    {
        let remote = Remote::start(move |_, reply| {
            reply.whole(status, &format!("Location: {to}\r\n"), "");
            None
        });
        let url = remote.url();
        let run = Sandbox::new().run(&["server", "add", "r", "--url", &url, "--header", "X-Team: core"]);
        assert!(run.code == "7" && run.stderr.contains("headers go only where they are meant for"), "{run}");
    }
    assert!(other.seen().is_empty(), "{:?}", other.seen());
}

#[test]
fn what_is_meant_for_this_machine_goes_to_no_proxy() {
    let (remote, proxy) = (Remote::plain(), Remote::plain());
    let url = remote.url();
    for at in [url.clone(), url.replace("127.0.0.1", "localhost")] {
        let sandbox = Sandbox::new();
        let mut command = sandbox.command(["server", "add", "r", "--url", &at, "--header", "X-Team: core"]);
        sandbox.finish(command.env("HTTP_PROXY", proxy.origin()).env("ALL_PROXY", proxy.origin())).success();
    }
    assert!(proxy.seen().is_empty(), "{:?}", proxy.seen());
    let elsewhere = ["server", "add", "r", "--no-check", "--url", "http://far.example/mcp"];
    let sandbox = Sandbox::new();
    sandbox.run(&elsewhere).success();
    let mut command = sandbox.command(["server", "test", "r"]);
    sandbox.finish(command.env("http_proxy", proxy.origin())).success();
    assert_eq!(proxy.seen()[0].path, "http://far.example/mcp");
}

#[test]
fn a_server_that_only_adds_a_slash_is_followed_with_everything() {
    let remote = Remote::start(|asked, reply| {
        if asked.path != "/mcp" {
            return Some(reply);
        }
        reply.whole("307 Temporary Redirect", "Location: /mcp/\r\n", "");
        None
    });
    let sandbox = sandbox(&remote, &["--header", "X-Team: core"]);
    let mut client = session(&sandbox, "{}");
    assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
    let seen = remote.seen();
    assert!(
        seen.iter().all(|asked| asked.header("x-team") == Some("core") && asked.header("referer").is_none())
    );
}

#[test]
fn a_server_without_its_secret_is_locked_and_is_not_called() {
    let remote = Remote::plain();
    let (sandbox, _) = guarded(&remote);
    sandbox.run(&["secret", "remove", "token", "--force"]).success();
    let before = remote.seen().len();
    let run = sandbox.run(&["server", "test", "r"]);
    let hint = "mcpgw secret set token; mcpgw server edit r --header 'authorization: Bearer secret://token'";
    assert!(run.code == "8" && run.stderr.contains(hint), "{run}");
    assert!(
        sandbox
            .run(&["server", "show", "r"])
            .stdout
            .contains("its header authorization needs the secret token")
    );
    sandbox.run(&["secret", "remove", "key", "--force"]).success();
    assert!(sandbox.run(&["server", "show", "r"]).stdout.contains("its URL needs the secret key"));
    assert_eq!(remote.seen().len(), before);
}

#[test]
fn a_secret_that_is_no_header_is_refused_before_anything_is_sent() {
    let remote = Remote::plain();
    let (sandbox, _) = guarded(&remote);
    let before = remote.seen().len();
    sandbox.run_with_input(&["secret", "set", "token", "--stdin"], "two\r\nlines: x").success();
    let run = sandbox.run(&["server", "test", "r"]);
    assert!(
        run.code != "0" && run.stderr.contains("authorization holds a character that can't be sent"),
        "{run}"
    );
    assert_eq!(remote.seen().len(), before);
}
