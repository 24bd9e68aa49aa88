//! Streams of a remote server: cut, resumed, endless, and those on which it speaks by itself.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use serde_json::json;

use super::server::{Remote, opening};
use super::world::{client, sandbox, session};

#[test]
fn a_stream_that_is_cut_goes_on_where_it_ended_and_the_call_is_sent_once() {
    for cut in [false, true] {
        let called = Mutex::new(String::new());
        let remote = Remote::start(move |asked, reply| {
            if asked.method() == "tools/call" {
                *called.lock().unwrap() = asked.id();
                let mut stream = reply.stream("");
                stream.raw("retry: 1\nid: e1\ndata:\n\n");
                stream.raw("id: e2\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"error\",\"data\":1}}\n\n");
                if cut {
                    stream.cut();
                } else {
                    stream.end();
                }
                return None;
            }
            if asked.verb == "GET" && asked.header("last-event-id") == Some("e2") {
                let mut stream = reply.stream("");
                let id = called.lock().unwrap().clone();
                stream.message(&format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"result\":{{\"late\":true}}}}"));
                stream.end();
                return None;
            }
            Some(reply)
        });
        let (_sandbox, mut client) = client(&remote);
        let answer = client.ask("tools/call", r#"{"name":"t"}"#);
        assert!(answer.contains("\"late\":true"), "cut: {cut}: {answer}");
        assert_eq!(remote.asked("tools/call").len(), 1);
    }
}

#[test]
fn a_server_that_is_asked_again_and_again_is_asked_as_long_as_it_says_that_there_is_more() {
    let called = Mutex::new((String::new(), 0));
    let remote = Remote::start(move |asked, reply| {
        let poll = asked.verb == "GET" && asked.header("last-event-id") == Some("p0");
        if asked.method() != "tools/call" && !poll {
            return Some(reply);
        }
        let mut called = called.lock().unwrap();
        if poll {
            called.1 += 1;
        } else {
            called.0 = asked.id();
        }
        let mut stream = reply.stream("");
        stream.raw("retry: 1\nid: p0\ndata:\n\n");
        if called.1 == 12 {
            stream.message(&format!(
                "{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{{\"late\":true}}}}",
                called.0
            ));
        }
        stream.end();
        None
    });
    let (_sandbox, mut client) = client(&remote);
    let answer = client.ask("tools/call", r#"{"name":"t"}"#);
    assert!(answer.contains("\"late\":true"), "{answer}");
    assert_eq!(remote.asked("tools/call").len(), 1);
}

#[test]
fn what_is_said_before_the_session_has_begun_belongs_to_it() {
    let remote = Remote::start(|asked, reply| {
        let in_session = asked.header("mcp-session-id") == Some("s1");
        if asked.method() == "initialize" {
            let mut stream = reply.stream("Mcp-Session-Id: s1\r\n");
            stream.raw("retry: 1\nid: e1\ndata: {\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"ping\"}\n\n");
            stream.end();
        } else if asked.verb == "GET" && asked.header("last-event-id") == Some("e1") && in_session {
            let mut stream = reply.stream("");
            let result = opening(&json!({"tools": {}}));
            stream.message(&format!("{{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{result}}}"));
            stream.end();
        } else if !in_session {
            reply.whole("400 Bad Request", "", "no session");
        } else {
            return Some(reply);
        }
        None
    });
    let sandbox = sandbox(&remote, &[]);
    sandbox.run(&["server", "test", "r"]).success();
    let pong = remote.wait_for("the answer to the ping", |asked| asked.message()["id"] == 77);
    assert_eq!(pong.header("mcp-session-id"), Some("s1"));
}

#[test]
fn what_can_not_go_on_fails_and_says_that_nobody_knows_what_was_done() {
    for whole in [false, true] {
        let remote = Remote::start(move |asked, reply| {
            if asked.method() != "tools/call" {
                return Some(reply);
            }
            if whole {
                reply.hang_up();
            } else {
                let mut stream = reply.stream("");
                stream.raw("data: {\"jsonrpc\":");
                stream.cut();
            }
            None
        });
        let (_sandbox, mut client) = client(&remote);
        let answer = client.ask("tools/call", r#"{"name":"t"}"#);
        let why = if whole { "broke" } else { "may be done or not" };
        assert!(answer.contains("-32603") && answer.contains(why), "{answer}");
        assert_eq!(remote.asked("tools/call").len(), 1);
        assert!(client.ask("tools/list", "{}").contains("\"t\""));
    }
}

#[test]
fn what_a_server_says_by_itself_reaches_the_client() {
    let (say, said) = channel::<()>();
    let (said, more) = (Mutex::new(said), Arc::<AtomicBool>::default());
    let has_more = Arc::clone(&more);
    let remote = Remote::start(move |asked, reply| {
        match (asked.verb.as_str(), asked.method().as_str()) {
            ("GET", _) => {
                let mut stream = reply.stream("");
                if said.lock().unwrap().recv().is_ok() {
                    stream.message(r#"{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}"#);
                }
                stream.hold();
            }
            (_, "initialize") => reply.result(asked, &opening(&json!({"tools": {"listChanged": true}}))),
            (_, "tools/list") if has_more.load(Ordering::SeqCst) => {
                reply.result(
                    asked,
                    r#"{"tools":[{"name":"t","inputSchema":{}},{"name":"new","inputSchema":{}}]}"#,
                );
            }
            _ => return Some(reply),
        }
        None
    });
    let (_sandbox, mut client) = client(&remote);
    remote.wait_for("somebody who listens", |asked| asked.verb == "GET");
    more.store(true, Ordering::SeqCst);
    say.send(()).unwrap();
    while !client.hear().contains("notifications/tools/list_changed") {}
    client.wait_for_tool("\"new\"");
}

#[test]
fn who_refuses_to_go_on_for_a_while_is_heard_again() {
    let refused = AtomicUsize::new(0);
    let remote = Remote::start(move |asked, reply| {
        match (asked.verb.as_str(), asked.method().as_str()) {
            ("GET", _) => match refused.fetch_add(1, Ordering::SeqCst) {
                0 => {
                    let mut stream = reply.stream("");
                    stream.raw("retry: 1\nid: 1\ndata:\n\n");
                    stream.end();
                }
                // What stands before the server is configured anew, say.
                1 => reply.whole("401 Unauthorized", "", ""),
                2 => reply.whole("405 Method Not Allowed", "", ""),
                _ => {
                    let mut stream = reply.stream("");
                    stream.message(r#"{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}"#);
                    stream.hold();
                }
            },
            (_, "initialize") => reply.result(asked, &opening(&json!({"tools": {"listChanged": true}}))),
            _ => return Some(reply),
        }
        None
    });
    let (_sandbox, mut client) = client(&remote);
    while !client.hear().contains("notifications/tools/list_changed") {}
}

#[test]
fn a_notification_above_the_limit_costs_nobody_the_answer_behind_it() {
    let remote = Remote::start(move |asked, reply| {
        if asked.message()["params"]["arguments"]["large"] != true {
            return Some(reply);
        }
        let mut stream = reply.stream("");
        let large = "x".repeat(200 * 1024);
        stream.message(&format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/message","params":{{"data":"{large}"}}}}"#
        ));
        stream.message(&format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"content":[]}}}}"#, asked.id()));
        stream.end();
        None
    });
    let sandbox = sandbox(&remote, &[]);
    sandbox.run(&["config", "set", "relay.max_frame", "64KiB"]).success();
    let mut client = session(&sandbox, "{}");
    let answer = client.ask("tools/call", r#"{"name":"t","arguments":{"large":true}}"#);
    assert!(answer.contains("\"content\""), "{answer}");
}

#[test]
fn a_message_above_the_limit_fails_its_call_and_nothing_else() {
    for streamed in [false, true] {
        let remote = Remote::start(move |asked, reply| {
            if asked.message()["params"]["arguments"]["large"] != true {
                return Some(reply);
            }
            let result = format!("{{\"content\":[],\"x\":\"{}\"}}", "x".repeat(200 * 1024));
            if streamed {
                let mut stream = reply.stream("");
                stream.message(&format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}", asked.id()));
                stream.end();
            } else {
                reply.result(asked, &result);
            }
            None
        });
        let sandbox = sandbox(&remote, &[]);
        sandbox.run(&["config", "set", "relay.max_frame", "64KiB"]).success();
        let mut client = session(&sandbox, "{}");
        let answer = client.ask("tools/call", r#"{"name":"t","arguments":{"large":true}}"#);
        assert!(answer.contains("above relay.max_frame"), "{answer}");
        assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
    }
}
