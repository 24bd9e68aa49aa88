//! What a client or a server might do on purpose: it harms itself at most.

use super::client::Client;
use super::compare::assert_bytes;
use super::world::World;

#[test]
fn answers_to_what_mcpgw_asked_another_server_change_nothing() {
    let world = World::with_settings("initialize_hold = \"0s\"\nlist_hold = \"30s\"\n");
    let (forger, honest) = (world.mirror("a"), world.mirror("b"));
    honest.gate();
    let mut client = world.open();
    // Its own `initialize` tells a server what mcpgw's ids look like.
    let asked = String::from_utf8(forger.hears("\"initialize\"")).unwrap();
    let prefix = asked.split_once("\"id\":\"").and_then(|(_, id)| id.split_once('"')).unwrap().0;
    let prefix = prefix.rsplit_once(':').unwrap().0;
    let answers = |what: &str| {
        let ids =
            (1..50).map(|number| format!("{{\"jsonrpc\":\"2.0\",\"id\":\"{prefix}:{number}\",{what}}}\n"));
        ids.collect::<String>()
    };
    let forged = [
        &answers("\"result\":{}"),
        &answers("\"result\":}"),
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n",
    ];
    forger.says("forge", forged.concat());
    client.say("1", "a", "forge");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    honest.let_go();
    honest.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"served\":1}}\n");
    client.say("2", "b", "r");
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{"served":1}}"#);
}

#[test]
fn an_opening_that_two_readers_may_read_differently_is_refused() {
    let (world, version) = (World::new(), r#""protocolVersion":"2025-11-25""#);
    world.mirror("a");
    let mut client = world.start();
    for params in [
        format!("{{{version}}},\"params\":{{}}"),
        format!("{{}},\"params\":{{{version}}}"),
        format!("{{{version},{version}}}"),
        format!("{{{version},\"capabilities\":{{}},\"c\\u0061pabilities\":{{\"roots\":{{}}}}}}"),
    ] {
        let answer = client.ask("1", "initialize", &params);
        assert!(answer.contains("-32602") && answer.contains("is repeated"), "{answer}");
    }
    client.open("{}");
}

#[test]
fn an_id_of_mcpgws_own_form_is_refused() {
    let (mut client, [mirror], _world) = World::with_mirrors(["a"]);
    mirror.says("ask", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\"}\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    client.say("1", "a", "ask");
    let asked = String::from_utf8(client.holding("roots/list")).unwrap();
    let own = asked.split_once("\"id\":").and_then(|(_, id)| id.split_once(',')).unwrap().0;
    for id in [own.to_owned(), own.replace(':', "\\u003a")] {
        let answer = client.ask(&id, "tools/call", r#"{"name":"a__say","arguments":{"script":"ask"}}"#);
        assert!(answer.contains("-32600") && answer.contains("mcpgw's own"), "{answer}");
    }
    assert_eq!(mirror.count("tools/call"), 1);
}

#[test]
fn a_log_that_nobody_reads_holds_nothing_up() {
    let world = World::new();
    let (noisy, other) = (world.mirror("a"), world.mirror("b"));
    let (unread, log) = std::io::pipe().unwrap();
    let mut client = Client::on_pipes(world.command().stderr(log));
    client.open("{}");
    noisy.says(
        "noise",
        "a line that is no message\n".repeat(20_000) + "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n",
    );
    client.say("1", "a", "noise");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    other.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    client.say("2", "b", "r");
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    client.close();
    assert!(client.end().success());
    drop(unread);
}
