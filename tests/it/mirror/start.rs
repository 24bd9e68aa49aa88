//! Servers that are slow, or never come up, hold up nobody.

use std::time::{Duration, Instant};

use super::child::holds;
use super::compare::{assert_bytes, eventually};
use super::world::World;

const CHANGED: &str = "notifications/tools/list_changed";

#[test]
fn a_slow_server_delays_neither_initialize_nor_the_lists() {
    let world = World::with_settings("initialize_hold = \"100ms\"\nlist_hold = \"100ms\"\n");
    let quick = world.mirror("quick");
    let slow = world.mirror("slow");
    slow.gate();
    quick.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    slow.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"slow\":1}}\n");
    let mut client = world.start();
    let began = Instant::now();
    let hello = String::from_utf8(client.open("{}")).unwrap();
    for capability in ["tools", "prompts", "resources", "completions", "logging"] {
        assert!(hello.contains(&format!("\"{capability}\":{{")), "{hello}");
    }
    client.say("1", "quick", "r");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    let list = client.ask("2", "tools/list", "{}");
    assert!(list.contains("quick__say") && !list.contains("slow__"), "{list}");
    // Both waited for 100 ms; far below that a loaded machine needs its own time.
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    slow.let_go();
    client.holding(CHANGED);
    let list = client.ask("3", "tools/list", "{}");
    assert!(list.contains("quick__say") && list.contains("slow__say"), "{list}");
    client.say("4", "slow", "r");
    assert_bytes(&client.answer("4"), br#"{"jsonrpc":"2.0","id":4,"result":{"slow":1}}"#);
}

#[test]
fn among_servers_that_never_come_up_the_others_work_and_the_log_says_why() {
    let world = World::with_settings("initialize_hold = \"100ms\"\nlist_hold = \"100ms\"\n");
    world.add("missing", &[], &["/nowhere/no-such-program".into()]);
    world.mirror("crashing").file("crash", "no licence found");
    world.mirror("refusing").replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"error\":{\"code\":-32000,\"message\":\"not today\"}}\n",
    );
    world.mirror("ancient").replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{}}}\n",
    );
    world.mirror("silent").gate();
    let good = world.mirror("good");
    good.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.say("1", "good", "r");
    assert_bytes(&client.answer("1"), br#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    let list = client.ask("2", "tools/list", "{}");
    assert!(list.contains("good__say") && !list.contains("crashing__"), "{list}");
    for (server, why) in [
        ("missing", "no such program"),
        ("crashing", "no licence found"),
        ("refusing", "refused initialize: not today"),
        ("ancient", "speaks protocol \"1999-01-01\""),
    ] {
        let logged = || world.log().lines().any(|line| line.contains(server) && line.contains(why));
        eventually(logged, || format!("{server}: {why} is not in the log:\n{}", world.log()));
        let output = world.other_command(&["session", "list", "--json"]).output().unwrap();
        let sessions: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let servers = sessions[0]["servers"].as_array().unwrap();
        let told = servers.iter().find(|row| row["name"] == server).unwrap();
        assert!(told["last_error"].as_str().unwrap().contains(why), "{told}");
    }
}

#[test]
fn a_server_that_recovers_is_announced_with_its_tools() {
    let world = World::new();
    let mirror = world.mirror("a");
    world.mirror("b");
    mirror.file("crash", "not yet");
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    assert!(list.contains("b__say") && !list.contains("a__say"), "{list}");
    std::fs::remove_file(mirror.path("crash")).unwrap();
    client.holding(CHANGED);
    let list = client.ask("2", "tools/list", "{}");
    assert!(list.contains("b__say") && list.contains("a__say"), "{list}");
}

#[test]
fn a_server_is_offered_what_the_client_offered_and_nothing_else() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.start();
    let capabilities =
        r#"{"roots":{"listChanged":true},"experimental":{"vendor/x":{"n":1E5,"s":"\ud83d"}},"sampling":{}}"#;
    let params = format!(
        r#"{{"clientInfo":{{"name":"raw","version":"1","icons":[]}},"capabilities":{capabilities},"protocolVersion":"2025-06-18","vendor":0.10,"_meta":{{"a":1}}}}"#
    );
    let answer = client.ask("1", "initialize", &params);
    assert!(answer.contains(r#""protocolVersion":"2025-06-18""#), "{answer}");
    let heard = mirror.hears("\"initialize\"");
    let from = memchr::memmem::find(&heard, b"\"params\":").unwrap() + 9;
    assert_bytes(&heard[from..heard.len() - 1], params.as_bytes());
    assert!(holds(&mirror.hears("notifications/initialized"), "2.0"));
    assert_eq!(mirror.count("\"initialize\""), 1);
}

#[test]
fn a_client_of_an_unknown_revision_gets_the_latest_and_so_do_the_servers() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.start();
    let answer = client.ask("1", "initialize", r#"{"protocolVersion":"2026-07-28","capabilities":{}}"#);
    assert!(answer.contains(r#""protocolVersion":"2025-11-25""#), "{answer}");
    assert!(holds(
        &mirror.hears("\"initialize\""),
        r#""params":{"protocolVersion":"2025-11-25","capabilities":{}}"#
    ));
}
