//! What concerns several servers at once: log levels, completion, roots, instructions.

use super::child::holds;
use super::compare::{assert_bytes, eventually};
use super::world::World;

#[test]
fn a_log_level_reaches_every_server_and_those_that_come_later() {
    let world = World::with_settings("initialize_hold = \"0s\"\n");
    let (one, late) = (world.mirror("a"), world.mirror("late"));
    let silent = world.mirror("silent");
    silent.replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}}}}\n",
    );
    late.gate();
    let mut client = world.open();
    let answer = client.ask("1", "logging/setLevel", r#"{"level":"warning"}"#);
    assert_eq!(answer, r#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    assert!(holds(&one.hears("logging/setLevel"), r#""params":{"level":"warning"}"#));
    late.let_go();
    assert!(holds(&late.hears("logging/setLevel"), r#""params":{"level":"warning"}"#));
    // A server that doesn't log is not told.
    silent.hears("notifications/initialized");
    client.rest();
    assert_eq!(silent.count("setLevel"), 0);
}

#[test]
fn completion_goes_where_its_reference_points() {
    let world = World::new();
    let mirrors = ["a", "b"].map(|name| {
        let mirror = world.mirror(name);
        mirror.pages("prompts/list", &[("-", r#"{"prompts":[{"name":"p"}]}"#)]);
        mirror.pages(
            "resources/templates/list",
            &[("-", r#"{"resourceTemplates":[{"uriTemplate":"t://{x}","name":"t"}]}"#)],
        );
        let done = format!(
            "{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"completion\":{{\"values\":[\"{name}\"]}}}}}}\n"
        );
        mirror.replies("completion/complete", done);
        mirror
    });
    let mut client = world.open();
    for (id, reference, server, own) in [
        ("1", r#"{"type":"ref/prompt","name":"a__p"}"#, 0, r#"{"type":"ref/prompt","name":"p"}"#),
        ("2", r#"{"name":"b__p","type":"ref/prompt"}"#, 1, r#"{"name":"p","type":"ref/prompt"}"#),
        ("3", r#"{"type":"ref/resource","uri":"t://{x}"}"#, 0, r#"{"type":"ref/resource","uri":"t://{x}"}"#),
        (
            "4",
            r#"{"type":"ref/resource","uri":"mcpgw://b/t%3A%2F%2F{x}"}"#,
            1,
            r#"{"type":"ref/resource","uri":"t://{x}"}"#,
        ),
    ] {
        let frame = |reference: &str| {
            format!(
                r#"{{"jsonrpc":"2.0","id":{id},"method":"completion/complete","params":{{"argument":{{"name":"x","value":"\ud83d"}},"ref":{reference}}}}}"#
            )
        };
        client.send(frame(reference));
        let answer = format!(
            r#"{{"jsonrpc":"2.0","id":{id},"result":{{"completion":{{"values":["{}"]}}}}}}"#,
            ["a", "b"][server]
        );
        assert_bytes(&client.answer(id), answer.as_bytes());
        assert_bytes(
            &mirrors[server].hears(&format!("\"id\":{id},\"method\":\"completion")),
            frame(own).as_bytes(),
        );
    }
}

#[test]
fn changed_roots_are_told_to_every_server() {
    let (_world, mirrors, mut client) = World::with_mirrors(["a", "b"]);
    let changed = r#"{"jsonrpc":"2.0","method":"notifications/roots/list_changed","params":{"x":1E5}}"#;
    client.send(changed);
    for mirror in mirrors {
        assert_bytes(&mirror.hears("roots/list_changed"), changed.as_bytes());
    }
}

#[test]
fn instructions_stand_under_their_servers_names() {
    let world = World::new();
    for (name, instructions) in [("a", "Be kind."), ("b", "Be quick.")] {
        world.mirror(name).replies(
            "initialize",
            format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{{\"tools\":{{}}}},\"instructions\":\"{instructions}\"}}}}\n"),
        );
    }
    let mut client = world.start();
    let answer: serde_json::Value = serde_json::from_slice(&client.open("{}")).unwrap();
    let text = answer["result"]["instructions"].as_str().unwrap();
    let places =
        ["a", "Be kind.", "b", "Be quick."].map(|part| text.find(part).expect("in the instructions"));
    assert!(places.is_sorted(), "{text}");
    // All servers are up, so nothing is offered that none of them has.
    assert_eq!(answer["result"]["capabilities"], serde_json::json!({ "tools": { "listChanged": true } }));
}

#[test]
fn what_a_server_says_before_the_client_is_ready_waits() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}}}}\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"info\",\"data\":\"early\"}}\n",
    );
    let mut client = world.start();
    client.request("1", "initialize", r#"{"protocolVersion":"2025-11-25","capabilities":{}}"#);
    assert!(holds(&client.line(), "protocolVersion"));
    eventually(|| mirror.count("notifications/initialized") == 1, || "not opened".to_owned());
    client.request("2", "ping", "{}");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
    assert!(holds(&client.line(), "early"));
}

#[test]
fn whatever_is_offered_is_answered_even_if_no_server_has_it() {
    // Answered before any server is up, so that everything is offered.
    let world = World::with_settings("initialize_hold = \"0s\"\n");
    world.mirror("a").replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}}\n",
    );
    let mut client = world.open();
    for (method, params) in [
        ("tools/list", "{}"),
        ("prompts/list", "{}"),
        ("resources/list", "{}"),
        ("resources/templates/list", "{}"),
        ("tools/call", r#"{"name":"x"}"#),
        ("prompts/get", r#"{"name":"x"}"#),
        ("resources/read", r#"{"uri":"x:y"}"#),
        ("resources/subscribe", r#"{"uri":"x:y"}"#),
        ("completion/complete", r#"{"ref":{"type":"ref/prompt","name":"x"}}"#),
        ("logging/setLevel", r#"{"level":"info"}"#),
    ] {
        let answer = client.ask("1", method, params);
        assert!(!answer.contains("-32601"), "{method}: {answer}");
        assert_eq!(
            answer.contains("\"error\""),
            !method.contains("list") && !method.contains("Level"),
            "{answer}"
        );
    }
}
