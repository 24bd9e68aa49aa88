//! Sessions with a remote server (MCP `basic/transports`, session management).

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use super::server::{Asked, Remote, Reply, opening};
use super::world::{client, sandbox, session};

/// A server that knows one session only, the newest, until it is told to forget that.
struct Forgetful {
    remote: Remote,
    /// The number of the session that it knows; 0: none.
    known: Arc<AtomicUsize>,
}

/// How a server says that it doesn't know a session.
type Unknown = fn(&Asked, Reply);

fn as_specified(_: &Asked, reply: Reply) {
    reply.whole("404 Not Found", "", "");
}

/// As the examples of an SDK do it, and all that were made after them.
fn as_in_examples(_: &Asked, reply: Reply) {
    let body = r#"{"jsonrpc":"2.0","error":{"code":-32000,"message":"Bad Request: No valid session ID provided"},"id":null}"#;
    reply.whole("400 Bad Request", "content-type: application/json\r\n", body);
}

fn forgetful(unknown: Unknown) -> Forgetful {
    forgetful_with(unknown, |reply| reply.whole("405 Method Not Allowed", "", ""))
}

/// One that answers like this when somebody listens.
fn forgetful_with(unknown: Unknown, listened: fn(Reply)) -> Forgetful {
    let (known, opened) = (Arc::<AtomicUsize>::default(), AtomicUsize::default());
    let current = Arc::clone(&known);
    let remote = Remote::start(move |asked, reply| {
        if asked.method() == "initialize" {
            let number = opened.fetch_add(1, Ordering::SeqCst) + 1;
            current.store(number, Ordering::SeqCst);
            let headers = format!("content-type: application/json\r\nMcp-Session-Id: s{number}\r\n");
            let result = opening(&json!({"tools": {}, "logging": {}, "resources": {"subscribe": true}}));
            let body = format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}", asked.id());
            reply.whole("200 OK", &headers, &body);
            return None;
        }
        let known = format!("s{}", current.load(Ordering::SeqCst));
        if asked.header("mcp-session-id") != Some(&known) {
            unknown(asked, reply);
            return None;
        }
        match (asked.verb.as_str(), asked.method().as_str()) {
            ("DELETE", _) => reply.whole("200 OK", "", ""),
            ("GET", _) => listened(reply),
            (_, "resources/list") => {
                reply.result(
                    asked,
                    r#"{"resources":[{"uri":"file:///a","name":"a"},{"uri":"file:///b","name":"b"}]}"#,
                );
            }
            _ => return Some(reply),
        }
        None
    });
    Forgetful { remote, known }
}

fn in_session(asked: &Asked, number: usize) -> bool {
    asked.header("mcp-session-id") == Some(&format!("s{number}"))
}

/// As servers on the Python SDK do it, with an id of their own.
fn with_an_id(_: &Asked, reply: Reply) {
    let body = r#"{"jsonrpc":"2.0","id":"server-error","error":{"code":-32600,"message":"Bad Request: No valid session ID provided"}}"#;
    reply.whole("400 Bad Request", "content-type: application/json\r\n", body);
}

/// As older servers on the Python SDK do it.
fn as_plain_text(_: &Asked, reply: Reply) {
    reply.whole("400 Bad Request", "", "Bad Request: No valid session ID provided");
}

#[test]
fn every_request_after_the_first_names_the_session_and_the_revision() {
    let Forgetful { remote, .. } = forgetful(as_specified);
    let (_sandbox, mut client) = client(&remote);
    client.ask("tools/call", r#"{"name":"t"}"#);
    client.end();
    let mut seen = remote.seen();
    let first = seen.remove(0);
    assert_eq!(first.method(), "initialize");
    assert_eq!((first.header("mcp-session-id"), first.header("mcp-protocol-version")), (None, None));
    assert_eq!(first.header("accept"), Some("application/json, text/event-stream"));
    assert_eq!(first.header("content-type"), Some("application/json"));
    assert_eq!(seen[0].method(), "notifications/initialized");
    for asked in &seen {
        assert!(in_session(asked, 1), "{asked:?}");
        assert_eq!(asked.header("mcp-protocol-version"), Some("2025-06-18"), "{asked:?}");
    }
    assert_eq!(seen.last().map(|asked| asked.verb.as_str()), Some("DELETE"), "{seen:?}");
}

#[test]
fn a_server_hears_that_the_session_is_over_when_its_bridge_is_told_to_end() {
    let Forgetful { remote, .. } = forgetful(as_specified);
    let (_sandbox, mut client) = client(&remote);
    client.ask("tools/call", r#"{"name":"t"}"#);
    let children = format!("/proc/{0}/task/{0}/children", client.id());
    let children = std::fs::read_to_string(children).unwrap();
    let calls = |pid: &&str| {
        let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap();
        arguments.split(|&byte| byte == 0).any(|argument| argument == b"__remote")
    };
    let bridge = children.split_whitespace().find(calls).unwrap();
    let bridge = rustix::process::Pid::from_raw(bridge.parse().unwrap()).unwrap();
    rustix::process::kill_process(bridge, rustix::process::Signal::TERM).unwrap();
    let ended = remote.wait_for("the end of the session", |asked| asked.verb == "DELETE");
    assert!(in_session(&ended, 1));
}

#[test]
fn a_session_that_the_server_forgot_is_made_anew_and_nobody_notices() {
    for unknown in [as_specified as Unknown, as_in_examples, as_plain_text, with_an_id] {
        let Forgetful { remote, known } = forgetful(unknown);
        let (_sandbox, mut client) = client(&remote);
        for (method, params) in [
            ("logging/setLevel", r#"{"level":"error"}"#),
            ("resources/subscribe", r#"{"uri":"file:///a"}"#),
            ("resources/subscribe", r#"{"uri":"file:///b"}"#),
            ("resources/unsubscribe", r#"{"uri":"file:///a"}"#),
        ] {
            let answer = client.ask(method, params);
            assert!(answer.contains("\"result\""), "{answer}");
        }
        known.store(0, Ordering::SeqCst);
        let answer = client.ask("tools/call", r#"{"name":"t","arguments":{"n":1}}"#);
        assert!(answer.contains("\"content\""), "{answer}");
        // It is told what the one before was told, and is asked once.
        let all: Vec<_> = remote.seen().into_iter().filter(|asked| in_session(asked, 2)).collect();
        let methods: BTreeSet<_> = all.iter().map(Asked::method).collect();
        for method in ["notifications/initialized", "logging/setLevel", "resources/subscribe", "tools/call"] {
            assert!(methods.contains(method), "{method} is not among {methods:?}");
        }
        let subscribed: Vec<_> = all.iter().filter(|asked| asked.method() == "resources/subscribe").collect();
        assert_eq!(subscribed.len(), 1);
        assert_eq!(subscribed[0].message()["params"]["uri"], "file:///b");
        assert_eq!(all.iter().filter(|asked| asked.method() == "tools/call").count(), 1);
        assert_eq!(remote.asked("initialize").len(), 2);
    }
}

#[test]
fn what_finds_the_session_gone_is_told_to_the_new_one_once() {
    let Forgetful { remote, known } = forgetful(as_specified);
    let (_sandbox, mut client) = client(&remote);
    known.store(0, Ordering::SeqCst);
    let answer = client.ask("resources/subscribe", r#"{"uri":"file:///a"}"#);
    assert!(answer.contains("\"result\""), "{answer}");
    let told = remote.asked("resources/subscribe");
    assert_eq!(told.iter().filter(|asked| in_session(asked, 2)).count(), 1, "{told:?}");
}

#[test]
fn an_answer_to_a_session_that_is_over_answers_nothing_that_the_next_one_asks() {
    // Each session asks as soon as somebody listens, under the same id.
    let Forgetful { remote, known } = forgetful_with(as_specified, |reply| {
        let mut stream = reply.stream("");
        stream.message(
            r#"{"jsonrpc":"2.0","id":0,"method":"elicitation/create","params":{"message":"?","requestedSchema":{"type":"object","properties":{}}}}"#,
        );
        stream.hold();
    });
    let sandbox = sandbox(&remote, &[]);
    let mut client = session(&sandbox, r#"{"elicitation":{}}"#);
    let asked = |said: &str| -> Vec<String> {
        let questions = said.lines().filter(|line| line.contains("elicitation/create"));
        let id = |line: &str| {
            line[line.find("\"id\":").unwrap() + 5..line.find(",\"method\"").unwrap()].to_owned()
        };
        questions.map(id).collect()
    };
    while asked(&client.said).is_empty() {
        client.hear();
    }
    known.store(0, Ordering::SeqCst);
    client.ask("resources/subscribe", r#"{"uri":"file:///a"}"#);
    while asked(&client.said).len() < 2 {
        client.hear();
    }
    let questions = asked(&client.said);
    let taken_back = client.said.lines().find(|line| line.contains("notifications/cancelled"));
    assert!(taken_back.is_some_and(|line| line.contains(&questions[0])), "{}", client.said);
    for (id, word) in questions.iter().zip(["old", "new"]) {
        client.say(&format!(
            r#"{{"jsonrpc":"2.0","id":{id},"result":{{"action":"accept","content":{{"a":"{word}"}}}}}}"#
        ));
    }
    remote.wait_for("the new answer", |asked| asked.body.contains("\"new\"") && in_session(asked, 2));
    assert!(!remote.seen().iter().any(|asked| asked.body.contains("\"old\"")));
}

/// The body of a refusal, for the id of a call.
type Refusal = fn(&str) -> String;

/// A server in whose sessions each call is refused like this, by its id.
fn refusing(status: &'static str, refusal: Refusal) -> Remote {
    Remote::start(move |asked, reply| {
        match asked.method().as_str() {
            "initialize" => {
                let result = opening(&json!({"tools": {}}));
                let body = format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}", asked.id());
                reply.whole("200 OK", "content-type: application/json\r\nMcp-Session-Id: s\r\n", &body);
            }
            "tools/call" => {
                reply.whole(status, "content-type: application/json\r\n", &refusal(&asked.id()));
            }
            _ => return Some(reply),
        }
        None
    })
}

#[test]
fn a_refusal_of_what_was_asked_for_ends_no_session() {
    let missing = |_: &str| {
        r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32602,"message":"no such thing"}}"#.to_owned()
    };
    // What a tool says of sessions of its own is no word of the server about this one.
    let own = |id: &str| {
        let message = "paid, and then: invalid session id of the browser, no such thing";
        format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":-32000,"message":"{message}"}}}}"#)
    };
    let cases: [(_, Refusal); 2] = [("404 Not Found", missing), ("400 Bad Request", own)];
    for (status, refusal) in cases {
        let remote = refusing(status, refusal);
        let (_sandbox, mut client) = client(&remote);
        let answer = client.ask("tools/call", r#"{"name":"t"}"#);
        assert!(answer.contains("no such thing"), "{answer}");
        assert_eq!((remote.asked("initialize").len(), remote.asked("tools/call").len()), (1, 1), "{status}");
    }
}

#[test]
fn many_calls_that_find_the_session_gone_make_one_new_one() {
    let Forgetful { remote, known } = forgetful(as_specified);
    let (_sandbox, mut client) = client(&remote);
    known.store(0, Ordering::SeqCst);
    for id in 100..140 {
        client
            .say(&format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"t"}}}}"#));
    }
    let mut answered = BTreeSet::new();
    while answered.len() < 40 {
        let line = client.hear();
        if line.contains("\"id\":") {
            assert!(line.contains("\"content\"") && answered.insert(line.clone()), "{line}");
        }
    }
    assert_eq!(remote.asked("initialize").len(), 2);
    let calls = remote.asked("tools/call");
    assert_eq!(calls.iter().filter(|asked| in_session(asked, 2)).count(), 40);
}

#[test]
fn a_server_that_says_nothing_by_itself_is_not_taken_for_one_that_forgot() {
    // It has one path and one verb; for all else its framework answers.
    let remote = Remote::start(|asked, reply| {
        if asked.verb == "GET" {
            reply.whole("404 Not Found", "content-type: text/html\r\n", "Cannot GET /mcp");
            return None;
        }
        if asked.method() == "initialize" {
            let result = opening(&json!({"tools": {}}));
            let body = format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}", asked.id());
            reply.whole("200 OK", "content-type: application/json\r\nMcp-Session-Id: s1\r\n", &body);
            return None;
        }
        Some(reply)
    });
    let (_sandbox, mut client) = client(&remote);
    remote.wait_for("somebody who tries to listen", |asked| asked.verb == "GET");
    for _ in 0..20 {
        assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
    }
    assert_eq!((remote.asked("initialize").len(), listens(&remote)), (1, 1));
}

#[test]
fn a_session_whose_stream_is_gone_with_it_is_made_anew_and_listened_to() {
    let Forgetful { remote, known } = forgetful_with(as_specified, |reply| {
        let mut stream = reply.stream("");
        stream.raw("retry: 1\n\n");
        stream.end();
    });
    let (_sandbox, mut client) = client(&remote);
    remote.wait_for("somebody who listens", |asked| asked.verb == "GET");
    known.store(0, Ordering::SeqCst);
    remote.wait_for("who listens to the new session", |asked| asked.verb == "GET" && in_session(asked, 2));
    assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
}

/// How often somebody listened.
fn listens(remote: &Remote) -> usize {
    remote.seen().iter().filter(|asked| asked.verb == "GET").count()
}

#[test]
fn where_there_is_no_new_session_to_be_had_the_call_fails_once_and_says_why() {
    let opened = AtomicUsize::default();
    let remote = Remote::start(move |asked, reply| {
        match asked.method().as_str() {
            "initialize" if opened.fetch_add(1, Ordering::SeqCst) > 0 => {
                reply.whole("503 Service Unavailable", "", "");
            }
            "initialize" => {
                let body = format!(
                    "{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{}}}",
                    asked.id(),
                    opening(&json!({"tools": {}}))
                );
                reply.whole("200 OK", "content-type: application/json\r\nMcp-Session-Id: s\r\n", &body);
            }
            "tools/call" => reply.whole("404 Not Found", "", ""),
            _ => return Some(reply),
        }
        None
    });
    let (_sandbox, mut client) = client(&remote);
    let answer = client.ask("tools/call", r#"{"name":"t"}"#);
    assert!(answer.contains("its session is over") && answer.contains("503"), "{answer}");
    assert_eq!(remote.asked("tools/call").len(), 1);
}

#[test]
fn nothing_is_left_of_a_bridge_whose_session_is_killed() {
    let remote = Remote::plain();
    let sandbox = sandbox(&remote, &[]);
    let mut client = session(&sandbox, "{}");
    let origin = remote.origin();
    assert_eq!(bridges(&origin), 1);
    client.session.kill().unwrap();
    client.session.wait().unwrap();
    let deadline = Instant::now() + Duration::from_secs(30);
    while bridges(&origin) > 0 {
        assert!(Instant::now() < deadline, "a bridge is left");
        std::thread::yield_now();
    }
}

/// How many processes call `origin`.
fn bridges(origin: &str) -> usize {
    let wanted = format!("__remote\0{origin}\0");
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    processes
        .filter(|process| {
            let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(&wanted)
        })
        .count()
}
