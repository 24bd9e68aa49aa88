//! Servers that speak HTTP+SSE only (MCP 2024-11-05).

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use serde_json::json;

use super::server::{Remote, Reply, opening};
use super::world::{client, sandbox, session};

/// What the server says on its stream next; nothing: it ends.
type Next = Option<String>;

/// A server of that kind. What it is told goes to `at`; its stream comes to an end when `end` is called.
fn legacy(at: &'static str, stray: fn(Reply)) -> Remote {
    let streams: Mutex<Vec<Sender<Next>>> = Mutex::default();
    Remote::start(move |asked, reply| {
        match (asked.verb.as_str(), asked.path.as_str()) {
            ("GET", _) => {
                let (say, said): (Sender<Next>, Receiver<Next>) = channel();
                streams.lock().unwrap().push(say);
                let mut stream = reply.stream("");
                stream.raw(&format!("event: endpoint\ndata: {at}\n\n"));
                while let Ok(Some(message)) = said.recv() {
                    stream.raw(&format!("event: message\ndata: {message}\n\n"));
                }
                stream.end();
            }
            ("POST", "/messages?s=1") => {
                let say = streams.lock().unwrap().last().unwrap().clone();
                reply.accepted();
                let result = match asked.method().as_str() {
                    "initialize" => opening(&json!({"tools": {}})),
                    "tools/list" => r#"{"tools":[{"name":"t","inputSchema":{}}]}"#.to_owned(),
                    "tools/call" if asked.message()["params"]["arguments"]["end"] == true => {
                        let _ = say.send(None);
                        return None;
                    }
                    "tools/call" if asked.message()["params"]["arguments"]["large"] == true => {
                        format!("\"{}\"", "x".repeat(100 * 1024))
                    }
                    _ => r#"{"content":[],"n":1e400}"#.to_owned(),
                };
                if asked.message().get("id").is_some() {
                    let _ = say.send(Some(format!(
                        "{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}",
                        asked.id()
                    )));
                }
            }
            _ => stray(reply),
        }
        None
    })
}

fn no_such_method(reply: Reply) {
    reply.whole("405 Method Not Allowed", "", "");
}

fn no_such_path(reply: Reply) {
    reply.whole("404 Not Found", "content-type: text/html\r\n", "<h1>404</h1>");
}

#[test]
fn an_older_server_is_known_by_how_it_refuses_and_spoken_to_as_it_likes() {
    for refusal in [no_such_method as fn(Reply), no_such_path] {
        let remote = legacy("/messages?s=1", refusal);
        let (_sandbox, mut client) = client(&remote);
        let answer = client.ask("tools/call", r#"{"name":"t"}"#);
        assert!(answer.contains(r#""content":[],"n":1e400}"#), "{answer}");
    }
}

#[test]
fn who_says_that_it_is_older_is_not_asked_in_another_way_first() {
    let remote = legacy("messages?s=1", |reply| reply.whole("500 Internal Server Error", "", ""));
    let sandbox = sandbox(&remote, &["--transport", "sse", "--header", "X-Team: core"]);
    let mut client = session(&sandbox, "{}");
    assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
    let seen = remote.seen();
    assert_eq!(seen[0].verb, "GET");
    assert!(seen.iter().all(|asked| asked.header("x-team") == Some("core")), "{seen:?}");
}

#[test]
fn messages_go_nowhere_but_to_the_server_that_was_named() {
    let other = Remote::plain();
    let elsewhere: &'static str = other.url().leak();
    let remote = legacy(elsewhere, no_such_method);
    let url = remote.url();
    let run = sandbox(&remote, &[]).run(&["server", "add", "s", "--url", &url, "--transport", "sse"]);
    assert!(run.code == "7" && run.stderr.contains("wants messages to go elsewhere"), "{run}");
    assert!(other.seen().is_empty());
}

#[test]
fn a_message_above_the_limit_fails_its_call_and_the_stream_goes_on() {
    let remote = legacy("/messages?s=1", no_such_method);
    let sandbox = sandbox(&remote, &[]);
    sandbox.run(&["config", "set", "relay.max_frame", "64KiB"]).success();
    let mut client = session(&sandbox, "{}");
    let answer = client.ask("tools/call", r#"{"name":"t","arguments":{"large":true}}"#);
    assert!(answer.contains("above relay.max_frame"), "{answer}");
    assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
    assert_eq!(remote.seen().iter().filter(|asked| asked.verb == "GET").count(), 1);
}

#[test]
fn when_the_stream_ends_calls_fail_and_the_next_one_finds_a_new_stream() {
    let remote = legacy("/messages?s=1", no_such_method);
    let (_sandbox, mut client) = client(&remote);
    let answer = client.ask("tools/call", r#"{"name":"t","arguments":{"end":true}}"#);
    assert!(answer.contains("-32603") && answer.contains("ended its stream"), "{answer}");
    let answer = client.ask("tools/call", r#"{"name":"t"}"#);
    assert!(answer.contains("\"content\""), "{answer}");
}
