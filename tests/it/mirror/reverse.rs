//! Requests of servers to the client: the ids of servers collide, and each answer finds the server that asked.

use super::child::holds;
use super::compare::assert_bytes;
use super::world::World;

/// The id token in a frame that mcpgw wrote or rewrote.
pub(super) fn id_of(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line).into_owned();
    let from = text.find("\"id\":").expect("an id") + 5;
    text[from..].split([',', '}']).next().unwrap().to_owned()
}

/// The same line under another id.
pub(super) fn with_id(line: &[u8], id: &str) -> Vec<u8> {
    String::from_utf8_lossy(line).replacen(&id_of(line), id, 1).into_bytes()
}

#[test]
fn colliding_ids_find_their_way_back_with_their_type() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let asked = |id: &str, who: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"sampling/createMessage","params":{{"messages":[],"maxTokens":1E2,"who":"{who}"}}}}"#
        )
    };
    let ids = ["1", "\"1\"", "12345678901234567890", r#""a\/\"b""#, "0"];
    for (name, mirror) in [("a", &one), ("b", &two)] {
        let all: Vec<_> = ids.iter().enumerate().map(|(n, id)| asked(id, &format!("{name}{n}"))).collect();
        mirror.says("ask", all.join("\n") + "\n");
    }
    client.say("1", "a", "ask");
    client.say("\"1\"", "b", "ask");
    let mut open = Vec::new();
    for (name, number) in (0..5).flat_map(|n| [("a", n), ("b", n)]) {
        let who = format!("{name}{number}");
        let request = client.holding(&format!("\"{who}\""));
        let id = id_of(&request);
        assert!(!open.iter().any(|(_, known)| *known == id), "{id} is used twice");
        assert_bytes(&with_id(&request, ids[number]), asked(ids[number], &who).as_bytes());
        open.push((who, id));
    }
    open.reverse();
    for (who, id) in &open {
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"model":"{who}","x":0.10}}}}"#));
    }
    for (who, _) in open {
        let (mirror, number) =
            (if who.starts_with('a') { &one } else { &two }, who[1..].parse::<usize>().unwrap());
        let answer = mirror.hears(&format!("\"model\":\"{who}\""));
        let expected =
            format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"model":"{who}","x":0.10}}}}"#, ids[number]);
        assert_bytes(&answer, expected.as_bytes());
    }
    assert_eq!(one.count("\"model\":\"b"), 0);
    assert_eq!(two.count("\"model\":\"a"), 0);
}

#[test]
fn without_the_capability_a_server_is_refused_at_once() {
    let world = World::new();
    let mirror = world.mirror("a");
    let asks = ["sampling/createMessage", "elicitation/create", "roots/list"];
    let lines: Vec<_> = asks
        .iter()
        .map(|method| {
            format!("{{\"jsonrpc\":\"2.0\",\"id\":\"{method}\",\"method\":\"{method}\",\"params\":{{}}}}\n")
        })
        .collect();
    mirror.says("ask", lines.concat());
    let mut client = world.start();
    client.open("{}");
    client.say("1", "a", "ask");
    for (method, capability) in asks.iter().zip(["sampling", "elicitation", "roots"]) {
        let answer = mirror.hears(&format!("\"id\":\"{method}\",\"error\""));
        let expected = format!(
            r#"{{"jsonrpc":"2.0","id":"{method}","error":{{"code":-32601,"message":"the client did not declare {capability}"}}}}"#
        );
        assert_bytes(&answer, expected.as_bytes());
    }
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn pings_are_answered_on_both_sides_without_the_other() {
    let (_world, [mirror], mut client) = World::with_mirrors(["a"]);
    mirror.says(
        "ping",
        "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}\n{\"id\":@ID@,\"result\":{}}\n",
    );
    client.say("1", "a", "ping");
    assert_bytes(&mirror.hears("\"id\":\"p\""), br#"{"jsonrpc":"2.0","id":"p","result":{}}"#);
    assert_bytes(&client.line(), br#"{"id":1,"result":{}}"#);
    client.send(r#"{"jsonrpc":"2.0","id":2,"method":"ping","params":{"odd":1e400}}"#);
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    assert_eq!(mirror.count("1e400"), 0);
}

#[test]
fn unknown_requests_of_servers_are_the_clients_to_answer() {
    let (_world, [_one, mirror], mut client) = World::with_mirrors(["a", "b"]);
    mirror.says("ask", "{\"params\":[\"\\ud83d\"],\"method\":\"vendor/ask\",\"id\":5}\n");
    client.say("1", "b", "ask");
    let request = client.holding("vendor/ask");
    let id = id_of(&request);
    let text = String::from_utf8(request).unwrap();
    assert_eq!(text, format!(r#"{{"params":["\ud83d"],"method":"vendor/ask","id":{id}}}"#));
    client.send(format!(
        r#"{{"jsonrpc":"2.0","error":{{"code":-32601,"message":"no","data":1e400}},"id":{id}}}"#
    ));
    let answer = mirror.hears("\"message\":\"no\"");
    assert_bytes(&answer, br#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"no","data":1e400},"id":5}"#);
}

#[test]
fn a_server_takes_back_its_own_request_and_hears_its_progress() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    let ask = r#"{"jsonrpc":"2.0","id":7,"method":"sampling/createMessage","params":{"_meta":{"progressToken":"mine"},"messages":[]}}"#;
    one.says("ask", format!("{ask}\n"));
    two.says("ask", format!("{ask}\n"));
    let take_back =
        r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7,"reason":"enough"}}"#;
    one.says("take back", format!("{take_back}\n{take_back}\n"));
    client.say("1", "a", "ask");
    let first = client.holding("sampling/createMessage");
    client.say("2", "b", "ask");
    let second = client.holding("sampling/createMessage");
    let token = format!("\"progressToken\":{}", id_of(&second));
    assert!(holds(&second, &token), "{}", String::from_utf8_lossy(&second));
    client.send(format!(
        r#"{{"jsonrpc":"2.0","method":"notifications/progress","params":{{{token},"progress":1.0}}}}"#
    ));
    let progress = two.hears("notifications/progress");
    assert_bytes(
        &progress,
        br#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"mine","progress":1.0}}"#,
    );
    client.say("3", "a", "take back");
    let cancelled = client.holding("notifications/cancelled");
    assert_bytes(
        &cancelled,
        take_back.replace("\"requestId\":7", &format!("\"requestId\":{}", id_of(&first))).as_bytes(),
    );
    // An answer that comes too late is not for anybody.
    client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"late":1}}}}"#, id_of(&first)));
    client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"good":1}}}}"#, id_of(&second)));
    assert_bytes(&two.hears("good"), br#"{"jsonrpc":"2.0","id":7,"result":{"good":1}}"#);
    assert_eq!(client.rest(), [""; 0]);
    assert_eq!(one.count("\"late\"") + one.count("notifications/progress"), 0);
}

#[test]
fn a_request_of_a_server_that_dies_is_taken_back() {
    let (_world, [one, _two], mut client) = World::with_mirrors(["a", "b"]);
    one.says(
        "ask",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"elicitation/create\",\"params\":{\"message\":\"?\"}}\n",
    );
    client.say("1", "a", "ask");
    let request = client.holding("elicitation/create");
    client.call("2", "a__die", "{}");
    let cancelled = client.holding("notifications/cancelled");
    assert!(
        holds(&cancelled, &format!("\"requestId\":{}", id_of(&request))),
        "{}",
        String::from_utf8_lossy(&cancelled)
    );
}

#[test]
fn what_a_person_will_read_says_which_of_several_servers_asks() {
    let ask = r#"{"jsonrpc":"2.0","id":1,"method":"elicitation/create","params":{"x":1E5,"message" : "Your \ud83d name?"}}"#;
    let labelled = ask.replace("\"Your", "\"[b] Your");
    for (servers, settings, expected) in [
        (vec!["a", "b"], "", labelled.as_str()),
        (vec!["a", "b"], "label_requests = false\n", ask),
        (vec!["b"], "", ask),
    ] {
        let world = World::patient_with(settings);
        let mirrors: Vec<_> = servers.iter().map(|name| world.mirror(name)).collect();
        let asking = mirrors.last().unwrap();
        asking.says("ask", format!("{ask}\n"));
        let mut client = world.open();
        client.say("1", "b", "ask");
        let request = client.holding("elicitation/create");
        assert_bytes(&with_id(&request, "1"), expected.as_bytes());
    }
}
