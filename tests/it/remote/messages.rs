//! What passes between a client and a remote server: the same bytes, in the same order.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::mpsc::channel;

use super::server::Remote;
use super::world::{client, sandbox, session};

/// Frames that a careless relay breaks, as the `result` of a call.
const ODD: &str = r#"{"content":[],"a":"\ud800","b":1e400,"c":123456789012345678901234567890,"d":1.0,"e\u0041":"\/","e":1,"e":2,"z":{"":[]}}"#;

#[test]
fn what_a_server_answers_arrives_as_it_said_it() {
    for streamed in [false, true] {
        let remote = Remote::start(move |asked, reply| {
            if asked.method() != "tools/call" {
                return Some(reply);
            }
            let result = ODD.replace("{\"content\"", "{\r\n  \"content\"");
            if streamed {
                let mut stream = reply.stream("");
                stream.raw(": here it comes\n\nid: 1\nevent: message\n");
                let text = format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}", asked.id());
                let lines: Vec<_> = text.split("\r\n").map(|line| format!("data: {line}\n")).collect();
                // In pieces that respect nothing.
                for piece in format!("{}\n", lines.concat()).as_bytes().chunks(7) {
                    stream.raw(std::str::from_utf8(piece).unwrap());
                }
                stream.end();
            } else {
                reply.result(asked, &result);
            }
            None
        });
        let (_sandbox, mut client) = client(&remote);
        let answer = client.ask("tools/call", r#"{"name":"t"}"#);
        let result = &answer[answer.find("\"result\":").unwrap() + 9..answer.len() - 1];
        // Line breaks between tokens are spaces on a line.
        assert_eq!(result.split_whitespace().collect::<String>(), ODD, "streamed: {streamed}");
    }
}

#[test]
fn what_is_told_on_the_way_comes_before_the_answer_and_in_its_order() {
    let remote = Remote::start(|asked, reply| {
        if asked.method() != "tools/call" {
            return Some(reply);
        }
        let token = &asked.message()["params"]["_meta"]["progressToken"];
        let mut stream = reply.stream("");
        for progress in 1..=50 {
            stream.message(&format!(
                r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progressToken":{token},"progress":{progress}}}}}"#
            ));
        }
        stream.message(&format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{}}}}"#, asked.id()));
        stream.end();
        None
    });
    let (_sandbox, mut client) = client(&remote);
    client.say(r#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"t","_meta":{"progressToken":"p"}}}"#);
    for progress in 1..=50 {
        let line = client.hear();
        assert!(line.contains(&format!(r#""progressToken":"p","progress":{progress}}}"#)), "{line}");
    }
    assert!(client.hear().starts_with(r#"{"jsonrpc":"2.0","id":7,"result":"#));
}

#[test]
fn a_server_asks_back_within_a_call_and_gets_the_answer_of_the_client() {
    let (answered, answers) = channel();
    let (answered, answers) = (Mutex::new(answered), Mutex::new(answers));
    let remote = Remote::start(move |asked, reply| {
        if asked.message().get("result").is_some() {
            answered.lock().unwrap().send(asked.body.clone()).unwrap();
        }
        if asked.method() != "tools/call" {
            return Some(reply);
        }
        let mut stream = reply.stream("");
        stream.message(r#"{"jsonrpc":"2.0","id":"back","method":"sampling/createMessage","params":{"messages":[],"maxTokens":1}}"#);
        let answer = answers.lock().unwrap().recv().unwrap();
        stream.message(&format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"heard":{answer}}}}}"#, asked.id()));
        stream.end();
        None
    });
    let sandbox = sandbox(&remote, &[]);
    let mut client = session(&sandbox, r#"{"sampling":{}}"#);
    client.say(r#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"t"}}"#);
    let question = client.hear();
    assert!(question.contains("sampling/createMessage"), "{question}");
    let id = &question[question.find("\"id\":").unwrap() + 5..question.find(",\"method\"").unwrap()];
    client.say(&format!(
        r#"{{"jsonrpc":"2.0","id":{id},"result":{{"text":"x","n":123456789012345678901234567890}}}}"#
    ));
    let answer = client.hear();
    assert!(
        answer.contains(r#""id":"back","result":{"text":"x","n":123456789012345678901234567890}"#),
        "{answer}"
    );
}

#[test]
fn an_answer_in_a_batch_is_an_answer_and_what_comes_with_it_comes_with_it() {
    for streamed in [false, true] {
        let remote = Remote::start(move |asked, reply| {
            if asked.method() != "tools/call" {
                return Some(reply);
            }
            let batch = format!(
                r#"[{{"jsonrpc":"2.0","method":"notifications/message","params":{{"level":"error","data":1}}}},{{"jsonrpc":"2.0","id":{},"result":{{"n":1e400}}}}]"#,
                asked.id()
            );
            if streamed {
                let mut stream = reply.stream("");
                stream.message(&batch);
                stream.message(r#"{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"error","data":2}}"#);
                stream.end();
            } else {
                reply.json(&batch);
            }
            None
        });
        let (_sandbox, mut client) = client(&remote);
        client.say(r#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"t"}}"#);
        assert!(client.hear().contains("\"data\":1"), "streamed: {streamed}");
        assert_eq!(client.hear(), r#"{"jsonrpc":"2.0","id":7,"result":{"n":1e400}}"#);
        if streamed {
            assert!(client.hear().contains("\"data\":2"));
        }
    }
}

/// A server that never answers a call that says so.
fn patient() -> Remote {
    Remote::start(|asked, reply| {
        if asked.message()["params"]["arguments"]["for_ever"] == true {
            reply.stream("").hold();
            return None;
        }
        Some(reply)
    })
}

#[test]
fn a_call_that_is_given_up_before_its_turn_is_never_sent() {
    let remote = patient();
    let (_sandbox, mut client) = client(&remote);
    let call = |id: usize| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"t","arguments":{{"for_ever":true}}}}}}"#
        )
    };
    // As many as are under way at once.
    for id in 100..164 {
        client.say(&call(id));
    }
    let under_way = || remote.asked("tools/call").len();
    remote.wait_until("as many calls as there can be", |all| {
        all.iter().filter(|asked| asked.method() == "tools/call").count() == 64
    });
    client.say(&call(200));
    client.say(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":200}}"#);
    client.say(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":100}}"#);
    // One that was given up makes room for the next.
    assert!(client.ask("tools/call", r#"{"name":"t","arguments":{"last":true}}"#).contains("\"content\""));
    remote.wait_for("the end of it", |asked| asked.method() == "notifications/cancelled");
    // What would come after that is behind what has an answer.
    assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
    let told = remote.asked("notifications/cancelled");
    assert_eq!((told.len(), under_way()), (1, 66), "{told:?}");
}

#[test]
fn a_hundred_calls_at_once_are_each_answered_once() {
    let remote = Remote::plain();
    let (_sandbox, mut client) = client(&remote);
    for id in 1000..1100 {
        client
            .say(&format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"t"}}}}"#));
    }
    let answers: BTreeSet<_> = (0..100).map(|_| client.hear()).collect();
    let wanted = (1000..1100).map(|id| format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"content":[]}}}}"#));
    assert_eq!(answers, wanted.collect());
    assert_eq!(remote.asked("tools/call").len(), 100);
}

#[test]
fn a_call_that_is_given_up_is_given_up_at_the_server_and_others_go_on() {
    let remote = patient();
    let (_sandbox, mut client) = client(&remote);
    client.say(r#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"t","arguments":{"for_ever":true}}}"#);
    remote.wait_for("the call", |asked| asked.method() == "tools/call");
    client.say(
        r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7,"reason":"enough"}}"#,
    );
    let told = remote.wait_for("the end of it", |asked| asked.method() == "notifications/cancelled");
    let call = remote.asked("tools/call").remove(0);
    assert_eq!(told.message()["params"]["requestId"].to_string(), call.id());
    assert!(client.ask("tools/call", r#"{"name":"t"}"#).contains("\"content\""));
}
