//! When servers start, how often, and what never starts one.

use std::time::{Duration, Instant};

use super::child::holds;
use super::compare::assert_bytes;
use super::reverse::id_of;
use super::world::World;

const DONE: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";

/// A session that sees all that every server has, and ends.
pub(super) fn see_once(world: &World) {
    let mut client = world.open();
    for list in ["tools/list", "prompts/list", "resources/list", "resources/templates/list"] {
        client.ask("1", list, "{}");
    }
    client.close();
    assert!(client.end().success());
}

#[test]
fn a_client_that_only_probes_and_hangs_up_starts_nothing() {
    let world = World::new();
    let mirror = world.mirror("a");
    for lines in [
        "",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{\"_meta\":{}}}\n",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n",
    ] {
        let mut client = world.start();
        client.write(lines);
        client.close();
        assert!(client.end().success());
        assert_eq!(client.last_lines().len(), usize::from(!lines.is_empty()));
    }
    assert_eq!(mirror.processes(), [0; 0]);
    see_once(&world);
    // The same where all is known.
    let mut client = world.open();
    assert!(client.ask("1", "tools/list", "{}").contains("a__say"));
    client.close();
    assert!(client.end().success());
    assert_eq!(mirror.processes().len(), 1);
}

#[test]
fn eight_first_calls_to_a_known_server_start_it_once_and_open_it_once() {
    let world = World::new();
    let (mirror, other) = (world.mirror("a"), world.mirror("b"));
    mirror.says("r", DONE);
    see_once(&world);
    mirror.gate();
    let mut client = world.open();
    let calls = (1..=8).map(|id| {
        format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"a__say\",\"arguments\":{{\"script\":\"r\"}}}}}}\n")
    });
    client.write(calls.collect::<String>());
    mirror.let_go();
    for id in 1..=8 {
        let answer = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#);
        assert_bytes(&client.answer(&id.to_string()), answer.as_bytes());
    }
    assert_eq!((mirror.processes().len(), other.processes().len()), (2, 1));
    assert_eq!((mirror.count("\"initialize\""), mirror.count("\"tools/call\"")), (2, 8));
}

#[test]
fn each_life_of_a_server_has_one_initialize_and_each_call_arrives_once() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", DONE);
    let mut client = world.open();
    for life in 0..5 {
        client.say(&format!("\"{life} before\""), "a", "r");
        client.answer(&format!("\"{life} before\""));
        client.call(&format!("\"{life} held\""), "a__hold", "{}");
        client.call(&format!("\"{life} fatal\""), "a__die", "{}");
        client.answer(&format!("\"{life} held\""));
        client.answer(&format!("\"{life} fatal\""));
    }
    client.say("\"last\"", "a", "r");
    client.answer("\"last\"");
    assert_eq!((mirror.processes().len(), mirror.count("\"initialize\"")), (6, 6));
    assert_eq!((mirror.count("\"hold\""), mirror.count("\"die\""), mirror.count("\"script\"")), (5, 5, 6));
}

#[test]
fn a_server_that_never_answers_holds_the_first_session_for_a_second_and_no_later_one() {
    let world = World::with_settings("");
    let (silent, good) = (world.mirror("silent"), world.mirror("good"));
    silent.gate();
    good.says("r", DONE);
    let mut client = world.start();
    let began = Instant::now();
    client.open("{}");
    let took = began.elapsed();
    // A second is the promise; the rest is what a loaded machine takes.
    assert!(took >= Duration::from_millis(900) && took < Duration::from_secs(5), "{took:?}");
    assert!(client.ask("1", "tools/list", "{}").contains("good__say"));
    client.close();
    assert!(client.end().success());
    let mut client = world.start();
    let began = Instant::now();
    client.open("{}");
    assert!(client.ask("1", "tools/list", "{}").contains("good__say"));
    client.say("2", "good", "r");
    client.answer("2");
    // With the silent one it would take a second at least.
    assert!(began.elapsed() < Duration::from_millis(900), "{:?}", began.elapsed());
}

#[test]
fn a_server_that_takes_ten_seconds_to_start_holds_no_session_that_knows_it() {
    let world = World::new();
    let (slow, good) = (world.mirror("slow"), world.mirror("good"));
    slow.says("r", DONE);
    good.says("r", DONE);
    see_once(&world);
    slow.file("slow", "10000");
    let began = Instant::now();
    let mut client = world.open();
    client.say("1", "slow", "r");
    assert!(client.ask("2", "tools/list", "{}").contains("slow__say"));
    client.say("3", "good", "r");
    client.answer("3");
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    // The end does not wait for it to come up either.
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#);
    client.close();
    assert!(client.end().success());
    assert!(began.elapsed() < Duration::from_secs(9), "{:?}", began.elapsed());
}

#[test]
fn a_server_that_asks_for_roots_first_thing_has_them_before_the_call_that_started_it() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", DONE);
    see_once(&world);
    let tools =
        r#"{"jsonrpc":"2.0","id":@ID@,"result":{"tools":[{"name":"say","inputSchema":{"type":"object"}}]}}"#;
    mirror.replies(
        "tools/list",
        format!("{{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"roots/list\"}}\n{tools}\n"),
    );
    let mut client = world.open();
    client.say("1", "a", "r");
    let asked = client.holding("roots/list");
    client.say("2", "a", "r");
    assert_eq!(mirror.count("tools/call"), 0);
    client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"roots":[]}}}}"#, id_of(&asked)));
    for id in ["1", "2"] {
        client.answer(id);
    }
    let heard = mirror.heard();
    let place = |text: &str| heard.iter().rposition(|line| holds(line, text)).unwrap();
    assert!(place(r#"{"roots":[]}"#) < place(r#""id":1,"method":"tools/call""#), "{heard:?}");
    assert!(place(r#""id":1,"method":"tools/call""#) < place(r#""id":2,"method":"tools/call""#));
}

#[test]
fn a_client_that_never_tells_its_roots_holds_its_call_no_longer_than_a_second() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", DONE);
    see_once(&world);
    mirror.replies("tools/list", "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"roots/list\"}\n");
    let mut client = world.open();
    client.say("1", "a", "r");
    client.answer("1");
}
