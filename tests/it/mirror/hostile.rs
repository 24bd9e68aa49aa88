//! What a client or a server might do on purpose: it harms itself at most.

use super::child::holds;
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
    let (_world, [mirror], mut client) = World::with_mirrors(["a"]);
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

#[test]
fn a_server_whose_list_changes_whenever_it_is_read_keeps_nobody_waiting() {
    let world = World::new();
    let (restless, other) = (world.mirror("a"), world.mirror("b"));
    let list = concat!(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"tools\":[{\"name\":\"say\"}]}}\n",
    );
    restless.replies("tools/list", list);
    let mut client = world.open();
    for id in ["1", "2", "3"] {
        let answer = client.ask(id, "tools/call", r#"{"name":"nobody__has_this"}"#);
        assert!(answer.contains("Unknown tool: nobody__has_this"), "{answer}");
        assert!(client.ask(id, "tools/list", "{}").contains("a__say"));
    }
    other.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    client.say("4", "b", "r");
    assert_bytes(&client.answer("4"), br#"{"jsonrpc":"2.0","id":4,"result":{}}"#);
}

#[test]
fn a_server_may_ask_only_so_much_that_the_client_does_not_answer() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
    let ask = |id: &str| format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"roots/list\"}}\n");
    let done = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";
    mirror.says("flood", (0..3000).map(|id| ask(&id.to_string())).collect::<String>() + done);
    mirror.says("long", ask(&format!("\"{}\"", "x".repeat(1 << 20))) + done);
    other.says("ask", ask("1") + done);
    client.say("\"flood\"", "a", "flood");
    client.answer("\"flood\"");
    client.say("\"long\"", "a", "long");
    client.answer("\"long\"");
    assert!(holds(&mirror.hears("\"id\":2999,"), "too many requests wait for the client's answer"));
    mirror.hears("xxx");
    client.say("\"ask\"", "b", "ask");
    client.answer("\"ask\"");
    let asked: Vec<_> = client.rest().into_iter().filter(|line| line.contains("roots/list")).collect();
    assert!((500..2000).contains(&asked.len()), "{} requests", asked.len());
    // What is answered makes room again.
    for line in &asked {
        let line = line.replace('\\', "");
        let own = line.split_once("\"id\":").and_then(|(_, id)| id.split_once(',')).unwrap().0;
        client.send(format!("{{\"jsonrpc\":\"2.0\",\"id\":{own},\"result\":{{\"roots\":[]}}}}"));
    }
    mirror.says("again", ask("\"again\"") + done);
    client.say("\"more\"", "a", "again");
    client.answer("\"more\"");
    assert_eq!(client.rest().iter().filter(|line| line.contains("roots/list")).count(), 1);
}

#[test]
fn a_server_that_hangs_delays_no_call_of_a_name_that_it_can_not_have() {
    let world = World::with_settings("initialize_hold = \"0s\"\nlist_hold = \"1m\"\n");
    let (hung, other) = (world.mirror("a"), world.mirror("b"));
    hung.gate();
    other.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.say("1", "b", "r");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
}

#[test]
fn a_list_of_tasks_without_end_is_cut() {
    let (world, version) = (World::new(), r#""protocolVersion":"2025-11-25""#);
    let servers = ["a", "b"].map(|name| world.mirror(name));
    for server in &servers {
        let offered = r#"{"tools":{},"tasks":{"list":{},"requests":{"tools":{"call":{}}}}}"#;
        let hello =
            format!(r#"{{{version},"capabilities":{offered},"serverInfo":{{"name":"m","version":"1"}}}}"#);
        server.replies("initialize", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{hello}}}\n"));
    }
    let page = |id: &str, next: &str| {
        let filler = "x".repeat(1 << 20);
        format!(
            "{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"tasks\":[{{\"taskId\":\"{id}\",\"filler\":\"{filler}\"}}]{next}}}}}\n"
        )
    };
    servers[0].replies("tasks/list", page("1", ",\"nextCursor\":\"more\""));
    servers[1].replies("tasks/list", page("2", ""));
    let mut client = world.open();
    client.request("1", "tasks/list", "{}");
    let answer = client.answer("1");
    assert!(holds(&answer, "\"a:1\"") && holds(&answer, "\"b:2\""));
    assert!(servers[0].count("tasks/list") <= 20);
}

#[test]
fn what_is_no_json_gets_its_answer_alone_and_in_a_batch() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.start();
    client.request("0", "initialize", r#"{"protocolVersion":"2025-03-26","capabilities":{}}"#);
    client.answer("0");
    let broken = |id: &str| format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"ping","x":NaN}}"#);
    client.send(broken("1"));
    assert!(holds(&client.answer("1"), "-32700"));
    client.send(broken("01"));
    assert!(holds(&client.answer("null"), "-32700"));
    client.send(format!(r#"[{},{{"jsonrpc":"2.0","id":3,"method":"ping"}}]"#, broken("2")));
    let answers = client.answer("3");
    assert!(holds(&answers, "[{") && holds(&answers, "\"id\":null"));
    // An id that is in use in a batch is refused outside it, and the batch is answered by whom it was for.
    client.send(r#"[{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"a__hold"}},{"jsonrpc":"2.0","id":5,"method":"ping"}]"#);
    mirror.hears("hold");
    client.request("4", "ping", "{}");
    let refused = client.answer("4");
    assert!(holds(&refused, "in use") && !holds(&refused, "["), "{}", String::from_utf8_lossy(&refused));
    mirror.says(
        "r",
        "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{}}\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n",
    );
    client.say("6", "a", "r");
    let batch = client.answer("4");
    assert!(holds(&batch, "[{") && holds(&batch, "\"id\":5"));
}
