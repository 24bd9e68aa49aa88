//! Servers that say no: what a client, and a person, is told.

use super::server::Remote;
use super::world::{client, sandbox, session};

/// A status line, headers, a body, and what is said of it.
type Case = (&'static str, &'static str, &'static str, &'static str);

const JSON: &str = "content-type: application/json\r\n";
const OAUTH: &str =
    "content-type: application/json\r\nWWW-Authenticate: Bearer resource_metadata=\"https://x/\"\r\n";

const CASES: [Case; 19] = [
    (
        "401 Unauthorized",
        "",
        "",
        "401 Unauthorized; it takes a token as a header, if at all: --header authorization",
    ),
    (
        "401 Unauthorized",
        OAUTH,
        r#"{"error":"invalid_token"}"#,
        ": invalid_token; this version of mcpgw can't log in by OAuth",
    ),
    (
        "403 Forbidden",
        JSON,
        r#"{"error":"x","error_description":"no such scope"}"#,
        ": no such scope; its credentials do not allow this",
    ),
    ("404 Not Found", "content-type: text/html\r\n", "<h1>lost</h1>", "404 Not Found"),
    ("429 Too Many Requests", "Retry-After: 17\r\n", "", "try again in 17 s"),
    ("500 Internal Server Error", JSON, "{}", "500 Internal Server Error"),
    (
        "302 Found",
        "Location: https://elsewhere.example/x?key=hunter2\r\n",
        "",
        "sends on to https://elsewhere.example, and headers",
    ),
    ("301 Moved Permanently", "Location: /v2/mcp?key=hunter2\r\n", "", "give its URL with the path /v2/mcp"),
    ("302 Found", "", "", "does not say where to"),
    (
        "400 Bad Request",
        "content-type: text/plain\r\n",
        "badly formatted\nand more",
        "400 Bad Request: badly formatted\"",
    ),
    (
        "401 Unauthorized",
        JSON,
        r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"who?"}}"#,
        ": who?; it takes a token",
    ),
    (
        "500 Internal Server Error",
        JSON,
        r#"{"error":{"code":500,"message":"inner"}}"#,
        "500 Internal Server Error",
    ),
    (
        "200 OK",
        JSON,
        r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"unread"}}"#,
        r#""error":{"code":-32700,"message":"unread"}}"#,
    ),
    (
        "400 Bad Request",
        JSON,
        r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32099,"message":"odd","data":1e400}}"#,
        r#""error":{"code":-32099,"message":"odd","data":1e400}}"#,
    ),
    ("200 OK", "content-type: text/html\r\n", "<h1>log in</h1>", "neither JSON nor a stream of events"),
    ("200 OK", JSON, r#"{"jsonrpc":"2.0","id":"another","result":{}}"#, "no answer to this request"),
    ("200 OK", JSON, "{", "no answer to this request"),
    ("202 Accepted", "", "", "accepts the request and does not answer it"),
    ("204 No Content", "", "", "neither JSON nor a stream of events"),
];

#[test]
fn a_call_that_is_refused_is_answered_once_with_the_reason() {
    for (status, headers, body, why) in CASES {
        let remote = Remote::start(move |asked, reply| {
            if asked.method() != "tools/call" {
                return Some(reply);
            }
            reply.whole(status, headers, body);
            None
        });
        let (_sandbox, mut client) = client(&remote);
        let answer = client.ask("tools/call", r#"{"name":"t"}"#).replace("\\u0027", "'");
        assert!(answer.contains(why) && !answer.contains("hunter2"), "{status}: {answer}");
        assert_eq!(remote.asked("tools/call").len(), 1, "{status}");
        assert!(client.ask("tools/list", "{}").contains("\"t\""), "{status}");
    }
}

#[test]
fn what_a_server_repeats_of_its_credentials_reaches_no_client() {
    let remote = Remote::start(move |asked, reply| {
        if asked.method() != "tools/call" {
            return Some(reply);
        }
        reply.whole("401 Unauthorized", "", "Bearer it is, but canary-5b1f-token is expired");
        None
    });
    let sandbox = sandbox(&remote, &[]);
    let edit = ["server", "edit", "r", "--no-check", "--header-file", "-"];
    sandbox.run_with_input(&edit, "authorization: Bearer canary-5b1f-token").success();
    let answer = session(&sandbox, "{}").ask("tools/call", r#"{"name":"t"}"#);
    assert!(answer.contains("Bearer it is, but [the value of authorization] is expired"), "{answer}");
    assert!(!answer.contains("canary"), "{answer}");
}

#[test]
fn a_server_that_refuses_to_begin_is_told_of_by_every_command() {
    let remote = Remote::start(|asked, reply| {
        if asked.method() != "initialize" {
            return Some(reply);
        }
        reply.whole("401 Unauthorized", JSON, r#"{"error":"\u001b[31mred"}"#);
        None
    });
    let sandbox = sandbox(&remote, &[]);
    let url = remote.url();
    for args in [&["server", "add", "again", "--url", &url][..], &["server", "test", "r"]] {
        let run = sandbox.run(args);
        assert_eq!(run.code, "7", "{run}");
        for part in ["401 Unauthorized", r"\x1b[31mred", "--header authorization", "hint: see that its URL"] {
            assert!(run.stderr.contains(part), "{part}: {run}");
        }
    }
    let nobody = sandbox.run(&["server", "add", "nobody", "--url", "http://127.0.0.1:1/mcp"]);
    assert!(nobody.stderr.contains("http://127.0.0.1:1 can't be reached: Connection refused"), "{nobody}");
}
