//! Batches of 2025-03-26: taken apart, and answered as one array (JSON-RPC 2.0, section 6).

use super::child::{Mirror, holds};
use super::client::Client;
use super::compare::assert_bytes;
use super::world::World;

const REVISION: &str = "2025-03-26";

/// Two mirrors whose script `r` answers, and a client that may send batches.
fn batching() -> (World, [Mirror; 2], Client) {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| {
        let mirror = world.mirror(name);
        mirror.says(
            "r",
            format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"from\":\"{name}\",\"x\":1e400}}}}\n"),
        );
        mirror
    });
    let mut client = world.start();
    client.open_as(REVISION, r#"{"sampling":{}}"#);
    (world, mirrors, client)
}

fn say(id: &str, mirror: &str, script: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{mirror}__say","arguments":{{"script":"{script}"}}}}}}"#
    )
}

fn hold(id: &str, mirror: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"{mirror}__hold"}}}}"#)
}

fn answered(id: &str, from: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"from":"{from}","x":1e400}}}}"#)
}

fn refused(id: &str, why: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":-32600,"message":"{why}"}}}}"#)
}

/// The members of an array of answers, in the order of their text: a batch is answered in any order.
#[track_caller]
fn members(line: &[u8]) -> Vec<String> {
    let text = String::from_utf8(line.to_vec()).unwrap();
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).expect("an array");
    let mut members: Vec<_> = inside.split(r#",{"jsonrpc""#).map(str::to_owned).collect();
    members[1..].iter_mut().for_each(|member| member.insert_str(0, r#"{"jsonrpc""#));
    members.sort();
    members
}

#[track_caller]
fn assert_members<const N: usize>(line: &[u8], mut expected: [String; N]) {
    expected.sort();
    assert_eq!(members(line), expected);
}

#[test]
fn what_is_in_one_goes_its_own_way_and_the_answers_come_back_as_one_array() {
    let (_world, [one, two], mut client) = batching();
    two.says("ask", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sampling/createMessage\",\"params\":{}}\n");
    client.send(say("\"ask\"", "b", "ask"));
    let asked = super::reverse::id_of(&client.holding("sampling/createMessage"));
    let batch = [
        say("1", "a", "r"),
        r#"{"jsonrpc":"2.0","method":"notifications/roots/list_changed"}"#.to_owned(),
        say("\"1\"", "b", "r"),
        format!(r#"{{"jsonrpc":"2.0","id":{asked},"result":{{"y":0.10}}}}"#),
        r#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#.to_owned(),
        r#"{"jsonrpc":"2.0","id":3,"method":"vendor/odd"}"#.to_owned(),
    ];
    client.send(format!(" [{}] ", batch.join(" , ")));
    assert_members(
        &client.line(),
        [
            answered("1", "a"),
            answered("\"1\"", "b"),
            r#"{"jsonrpc":"2.0","id":2,"result":{}}"#.to_owned(),
            r#"{"jsonrpc":"2.0","id":3,"error":{"code":-32601,"message":"method not found: vendor/odd"}}"#
                .to_owned(),
        ],
    );
    assert_bytes(&two.hears("0.10"), br#"{"jsonrpc":"2.0","id":1,"result":{"y":0.10}}"#);
    for mirror in [&one, &two] {
        mirror.hears("roots/list_changed");
        assert!(mirror.heard().iter().all(|line| line[0] == b'{'), "a batch reached a server");
    }
    assert_bytes(&one.hears("tools/call"), say("1", "say", "r").replace("say__say", "say").as_bytes());
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_member_that_waits_holds_the_array_and_nothing_else() {
    let (_world, [one, _two], mut client) = batching();
    one.says("release", format!("{}\n{{\"id\":@ID@,\"result\":{{}}}}\n", answered("\"held\"", "a")));
    client.send(format!("[{},{}]", hold("\"held\"", "a"), say("1", "b", "r")));
    one.hears("\"held\"");
    client.send(say("2", "b", "r"));
    assert_bytes(&client.line(), answered("2", "b").as_bytes());
    client.send(format!("[{}]", say("3", "b", "r")));
    assert_bytes(&client.line(), format!("[{}]", answered("3", "b")).as_bytes());
    client.send(say("4", "a", "release"));
    let array = client.holding("[");
    assert_members(&array, [answered("\"held\"", "a"), answered("1", "b")]);
    client.answer("4");
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn without_requests_there_is_no_answer() {
    let (_world, [one, two], mut client) = batching();
    client.send(r#"[{"jsonrpc":"2.0","method":"notifications/roots/list_changed"},{"jsonrpc":"2.0","method":"vendor/x"},{"jsonrpc":"2.0","id":"nobody's","result":{}}]"#);
    assert_eq!(client.rest(), [""; 0]);
    for mirror in [&one, &two] {
        mirror.hears("roots/list_changed");
    }
}

#[test]
fn what_cannot_be_in_one_is_refused_in_its_place() {
    let (_world, [one, _two], mut client) = batching();
    client.send("[]");
    assert_bytes(&client.line(), refused("null", "an empty batch").as_bytes());
    client.send("[1,");
    assert!(holds(&client.line(), r#""id":null,"error":{"code":-32700"#));
    let initialize = r#"{"jsonrpc":"2.0","id":"i","method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{}}}"#;
    let odd = r#"{"jsonrpc":"2.0","id":8,"id":9,"method":"ping"}"#;
    let null = r#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#;
    let vague = r#"{"jsonrpc":"2.0","id":11,"method":"ping","method":"tools/list"}"#;
    let word = r#"{"jsonrpc":word,"id":10,"method":"ping"}"#;
    client.send(format!(
        "[1,\"x\",null,{{}},[{ping}],{initialize},{odd},{null},{word},{vague},{}]",
        say("7", "a", "r"),
        ping = r#"{"jsonrpc":"2.0","id":6,"method":"ping"}"#
    ));
    let array = client.line();
    let all = members(&array);
    let unreadable = all.iter().filter(|member| member.contains(r#""id":null,"error":{"code":-32600"#));
    assert_eq!(unreadable.count(), 8, "{all:#?}");
    assert!(all.contains(&answered("7", "a")), "{all:#?}");
    assert!(all.contains(&refused("\"i\"", "initialize can't be part of a batch")), "{all:#?}");
    assert!(all.contains(&refused("11", "not a message")), "{all:#?}");
    assert_eq!(all.len(), 11, "{all:#?}");
    assert_eq!(client.rest(), [""; 0]);
    assert_eq!(one.count("\"initialize\""), 1);
}

#[test]
fn an_id_that_comes_twice_is_answered_twice_and_used_once() {
    let (_world, [one, two], mut client) = batching();
    client.send(hold("5", "a"));
    one.hears("\"id\":5,");
    client.send(format!("[{},{},{}]", say("4", "a", "r"), say("4", "b", "r"), say("5", "b", "r")));
    let in_use = "this id is in use";
    assert_members(&client.line(), [answered("4", "a"), refused("4", in_use), refused("5", in_use)]);
    assert_eq!(two.count("tools/call"), 0);
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_member_that_is_taken_back_is_not_waited_for() {
    let (_world, [one, _two], mut client) = batching();
    let cancel = |id: &str| {
        format!(r#"{{"jsonrpc":"2.0","method":"notifications/cancelled","params":{{"requestId":{id}}}}}"#)
    };
    client.send(format!("[{},{}]", hold("1", "a"), say("2", "b", "r")));
    one.hears("\"id\":1,");
    client.send(cancel("1"));
    assert_bytes(&client.line(), format!("[{}]", answered("2", "b")).as_bytes());
    assert_bytes(&one.hears("cancelled"), cancel("1").as_bytes());
    // In the same batch, and all that was in it.
    client.send(format!("[{},{}]", hold("3", "a"), cancel("3")));
    one.hears("\"requestId\":3");
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_member_whose_server_dies_fails_in_its_place() {
    let (_world, [_one, two], mut client) = batching();
    client.send(hold("0", "b"));
    two.hears("tools/call");
    client.send(format!(
        r#"[{},{{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{{"name":"a__die"}}}},{}]"#,
        hold("1", "a"),
        say("3", "b", "r")
    ));
    let ended = |id| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":-32603,"message":"server \"a\" ended (exit status: 3)","data":{{"server":"a"}}}}}}"#
        )
    };
    assert_members(&client.holding("["), [ended(1), ended(2), answered("3", "b")]);
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn what_a_server_said_before_its_answer_comes_before_the_array() {
    let (_world, [one, _two], mut client) = batching();
    let note = |n: usize| {
        let filler = "x".repeat(1_000);
        format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/message","params":{{"data":{n},"y":"{filler}"}}}}"#
        )
    };
    let notes: Vec<_> = (0..500).map(|n| note(n) + "\n").collect();
    one.says("much", notes.concat() + &answered("@ID@", "a") + "\n");
    client.send(format!("[{},{}]", say("1", "a", "much"), r#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#));
    for n in 0..500 {
        assert_bytes(&client.line(), note(n).as_bytes());
    }
    let pong = r#"{"jsonrpc":"2.0","id":2,"result":{}}"#;
    assert_members(&client.line(), [answered("1", "a"), pong.to_owned()]);
}

#[test]
fn one_that_comes_before_the_answer_to_initialize_is_answered_after_it() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", answered("@ID@", "a") + "\n");
    mirror.gate();
    let mut client = world.start();
    client.send(format!(
        "{}\n[{},{}]",
        r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{}}}"#,
        say("1", "a", "r"),
        r#"{"jsonrpc":"2.0","id":2,"method":"ping"}"#
    ));
    client.request("\"now\"", "ping", "{}");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":"now","result":{}}"#);
    mirror.let_go();
    assert!(holds(&client.line(), r#""protocolVersion":"2025-03-26""#));
    assert_members(
        &client.line(),
        [answered("1", "a"), r#"{"jsonrpc":"2.0","id":2,"result":{}}"#.to_owned()],
    );
}

#[test]
fn what_a_server_of_any_revision_answers_in_an_array_is_answered() {
    for revision in ["2024-11-05", "2025-06-18", "2025-11-25"] {
        let world = World::new();
        let mirror = world.mirror("a");
        let opened = format!(r#"{{"protocolVersion":"{revision}","capabilities":{{"tools":{{}}}}}}"#);
        mirror.replies("initialize", format!("[{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{opened}}}]\n"));
        mirror.says("r", format!("[{}]\n", answered("@ID@", "a")));
        let mut client = world.open();
        client.say("1", "a", "r");
        assert_bytes(&client.answer("1"), answered("1", "a").as_bytes());
    }
}

#[test]
fn an_answer_is_found_among_any_number_of_notifications() {
    let world = World::new();
    let mirror = world.mirror("a");
    let note = r#"{"jsonrpc":"2.0","method":"notifications/message","params":{"data":1}}"#;
    mirror.says("r", format!("[{}{}]\n", format!("{note},").repeat(10_001), answered("@ID@", "a")));
    let mut client = world.open();
    client.say("1", "a", "r");
    assert_bytes(&client.answer("1"), answered("1", "a").as_bytes());
    assert_eq!(client.rest_of_lines(), vec![note.as_bytes(); 10_001]);
}

#[test]
fn another_revision_has_none() {
    for revision in ["2024-11-05", "2025-06-18", "2025-11-25"] {
        let world = World::new();
        let mirror = world.mirror("a");
        let mut client = world.start();
        client.open_as(revision, "{}");
        client.send(format!("[{}]", say("1", "a", "r")));
        let why = "batches belong to 2025-03-26 alone; send one message a line";
        assert_bytes(&client.line(), refused("null", why).as_bytes());
        assert_eq!(client.rest(), [""; 0]);
        assert_eq!(mirror.count("tools/call"), 0);
    }
}

#[test]
fn a_batch_of_a_server_is_taken_apart_for_clients_of_any_revision() {
    for revision in ["2025-03-26", "2025-11-25"] {
        let world = World::new();
        let mirror = world.mirror("a");
        mirror.replies("initialize", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"2025-03-26\",\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"m\",\"version\":\"1\"}}}\n");
        let note = r#"{"jsonrpc":"2.0","method":"notifications/message","params":{"data":1.0}}"#;
        let ask = r#"{"jsonrpc":"2.0","id":1,"method":"roots/list"}"#;
        mirror.says(
            "batch",
            format!("[ {note} ,{ask}, {{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"z\":1e5}}}} ]\n"),
        );
        let mut client = world.start();
        client.open_as(revision, r#"{"roots":{}}"#);
        client.send(say("1", "a", "batch"));
        assert_bytes(&client.line(), note.as_bytes());
        let asked = client.line();
        assert_bytes(&super::reverse::with_id(&asked, "1"), ask.as_bytes());
        assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":1,"result":{"z":1e5}}"#);
        client.send(format!(
            r#"{{"jsonrpc":"2.0","id":{},"result":{{"roots":[]}}}}"#,
            super::reverse::id_of(&asked)
        ));
        assert_bytes(&mirror.hears("\"roots\":[]"), br#"{"jsonrpc":"2.0","id":1,"result":{"roots":[]}}"#);
    }
}

#[test]
fn one_that_is_open_when_the_client_closes_is_still_answered() {
    let (_world, [one, _two], mut client) = batching();
    one.says(
        "release",
        format!("{}\n{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{}}}}\n", answered("1", "a")),
    );
    client.send(format!("[{},{}]", hold("1", "a"), say("2", "b", "r")));
    client.send(format!("[{}]", say("3", "a", "release")));
    client.close();
    assert!(client.end().success());
    let mut lines = client.last_lines();
    lines.sort_by_key(Vec::len);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_bytes(&lines[0], br#"[{"jsonrpc":"2.0","id":3,"result":{}}]"#);
    assert_members(&lines[1], [answered("1", "a"), answered("2", "b")]);
}
