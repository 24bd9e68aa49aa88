//! Requests of every kind from servers, in all their content, and clients that fail them or never answer.

use super::child::holds;
use super::compare::assert_bytes;
use super::reverse::{id_of, with_id};
use super::world::World;

/// Every request that a server may make, with all that may stand in it: (method, params, result).
const ASKED: &[(&str, &str, &str)] = &[
    (
        "sampling/createMessage",
        r#"{"messages":[{"role":"user","content":{"type":"text","text":"\ud83d"}},{"role":"assistant","content":[{"type":"tool_use","id":"call\/1","name":"a__say","input":{"n":1e400}}]},{"role":"user","content":[{"type":"tool_result","toolUseId":"call\/1","content":[{"type":"resource_link","uri":"u:1","name":"x"}],"structuredContent":{"n":1.0},"isError":false}]}],"maxTokens":1E2,"tools":[{"name":"a__say","inputSchema":{"type":"object"}}],"toolChoice":{"mode":"auto"},"includeContext":"thisServer"}"#,
        r#"{"role":"assistant","model":"m","content":[{"type":"tool_use","id":"call\/2","name":"a__say","input":{"a":12345678901234567890,"a":2}},{"type":"future","x":null}],"stopReason":"toolUse"}"#,
    ),
    (
        "sampling/createMessage",
        r#"{"messages":[]}"#,
        r#"{"content":{"type":"audio","data":"AA==","mimeType":"x\/y"}}"#,
    ),
    (
        "roots/list",
        r#"{"_meta":{"\u0078":1.0}}"#,
        r#"{"roots":[{"uri":"file:///\u00e9","name":"\ud83d","_meta":{"x":1}}]}"#,
    ),
    (
        "elicitation/create",
        r#"{"requestedSchema":{"type":"object","properties":{}}}"#,
        r#"{"action":"accept","content":{"n":1.50}}"#,
    ),
    ("vendor/ask", r#"[1.0,{"id":5,"id":6}]"#, "null"),
];

#[test]
fn every_request_its_answer_and_its_error_pass_as_they_are() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let ids = ["1", "\"1\"", "-1", "1.5", "123456789012345678901234567890"];
    for (number, ((method, params, result), id)) in ASKED.iter().zip(ids).enumerate() {
        let ask =
            format!(r#"{{"id":{id},"odd":1.0, "method":"{method}","params":{params} ,"jsonrpc":"2.0"}}"#);
        let result = format!("\"result\":{result}");
        let error = r#""error":{"code":-1,"message":"User rejected","data":{"n":1e400}}"#.to_owned();
        for (name, mirror, answer) in [("a", &one, result), ("b", &two, error)] {
            let script = format!("ask{number}");
            mirror.says(&script, format!("{ask}\n"));
            client.say(&format!("\"{name}{number}\""), name, &script);
            let got = client.line();
            assert_bytes(&with_id(&got, id), ask.as_bytes());
            client.send(format!(r#"{{"odd":1.0, "id":{} ,{answer},"jsonrpc":"2.0"}}"#, id_of(&got)));
            let expected = format!(r#"{{"odd":1.0, "id":{id} ,{answer},"jsonrpc":"2.0"}}"#);
            assert_bytes(&mirror.hears(&format!("\"id\":{id} ,")), expected.as_bytes());
        }
    }
    assert_eq!(client.rest(), [""; 0]);
    // Five answers each, and nothing of the other's.
    assert_eq!((one.count("\"odd\":1.0"), two.count("\"odd\":1.0")), (5, 5));
    assert_eq!((one.count("User rejected"), two.count("\"result\"")), (0, 0));
}

#[test]
fn a_client_that_never_answers_holds_nothing_else_up() {
    let (_world, [one, _two], mut client) = World::with_mirrors(["a", "b"]);
    let asks: Vec<_> = (0..200)
        .map(|id| {
            format!(
                "{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"sampling/createMessage\",\"params\":{{}}}}\n"
            )
        })
        .collect();
    one.says("ask", asks.concat() + "{\"id\":@ID@,\"result\":{}}\n");
    one.says("ping", "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}\n{\"id\":@ID@,\"result\":{}}\n");
    client.say("1", "a", "ask");
    client.answer("1");
    client.say("2", "a", "ping");
    assert_bytes(&client.answer("2"), br#"{"id":2,"result":{}}"#);
    one.hears(r#""id":"p","result""#);
    // When the server ends, all of them are taken back.
    client.call("3", "a__die", "{}");
    client.answer("3");
    let rest = client.rest_of_lines();
    let (asked, cancelled): (Vec<_>, Vec<_>) = rest.iter().partition(|line| holds(line, "createMessage"));
    let mut ids: Vec<_> = asked.iter().map(|line| id_of(line)).collect();
    assert_eq!((asked.len(), cancelled.len()), (200, 200));
    for line in cancelled {
        assert!(holds(line, "notifications/cancelled"), "{}", line.escape_ascii());
        let place = ids.iter().position(|id| holds(line, &format!("\"requestId\":{id},")));
        ids.remove(place.expect("a request that is open"));
    }
}

#[test]
fn changed_roots_are_told_to_every_server_and_each_asks_for_itself() {
    let (_world, mirrors, mut client) = World::with_mirrors(["a", "b"]);
    let changed = r#"{"jsonrpc":"2.0","method":"notifications/roots/list_changed","params":{"x":1E5}}"#;
    client.send(changed);
    for (name, mirror) in ["a", "b"].iter().zip(&mirrors) {
        assert_bytes(&mirror.hears("roots/list_changed"), changed.as_bytes());
        mirror.says("ask", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\"}\n");
        client.say(&format!("\"{name}\""), name, "ask");
        let asked = client.line();
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"roots":["{name}"]}}}}"#, id_of(&asked)));
        let expected = format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"roots":["{name}"]}}}}"#);
        assert_bytes(&mirror.hears("\"roots\":["), expected.as_bytes());
    }
}

#[test]
fn what_answers_no_request_reaches_nobody() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    one.says("ask", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\"}\n");
    client.say("\"ask\"", "a", "ask");
    let id = id_of(&client.line());
    let answer = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"roots":[]}}}}"#);
    // The child's own id, one that was never given, and the right one, twice.
    client.send(r#"{"jsonrpc":"2.0","id":1,"result":{"wrong":1}}"#);
    client.send(answer.replace(id.trim_end_matches('"'), "\"mcpgw:0000000000000000:1"));
    client.send(&answer);
    client.send(&answer);
    client.send(format!(
        r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progressToken":{id},"progress":1}}}}"#
    ));
    client.call("2", "a__nothing", "{}");
    client.answer("2");
    client.call("3", "b__nothing", "{}");
    client.answer("3");
    one.hears("\"roots\":[");
    assert_eq!((one.count("\"roots\":["), one.count("wrong"), one.count("progress")), (1, 0, 0));
    assert_eq!(two.count("\"roots\":[") + two.count("wrong"), 0);
}
