//! What an earlier session saw is served at once, and servers start when they are needed.

use std::fs;

use super::child::is_alive;
use super::compare::{assert_bytes, eventually};
use super::world::{EVERYTHING, World};

const CHANGED: &str = "notifications/tools/list_changed";
const LISTS: [&str; 4] = ["tools/list", "prompts/list", "resources/list", "resources/templates/list"];

/// Opens a session and ends it once everything that servers said is kept.
fn see_once(world: &World) -> Vec<String> {
    let mut client = world.open();
    let lists = LISTS.map(|list| client.ask(&format!("\"{list}\""), list, "{}"));
    client.close();
    assert!(client.end().success());
    lists.into()
}

#[test]
fn a_second_session_lists_byte_for_byte_the_same_and_starts_nothing() {
    let world = World::new();
    let (one, two) = (world.mirror("a"), world.mirror("b"));
    let tool = r#"{"name":"t","inputSchema":{"type":"object","maximum":1e400,"x":"\ud83d"},"vendor/x":123456789012345678901234567890}"#;
    let page = format!(r#"{{"_meta":{{"of":"the \u006cist"}},"tools":[{tool}],"vendor":[1.10]}}"#);
    one.pages("tools/list", &[("-", &page)]);
    let first = see_once(&world);
    assert!(first[0].contains(r#""vendor":[1.10]"#) && first[0].contains("1e400"), "{}", first[0]);
    let second = see_once(&world);
    assert_eq!(first, second);
    assert_eq!((one.processes().len(), two.processes().len()), (1, 1));
}

#[test]
fn what_a_session_advertises_is_the_same_when_servers_are_known_and_do_not_run() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.start();
    let first = client.open(EVERYTHING);
    client.close();
    client.end();
    see_once(&world);
    mirror.gate();
    let mut client = world.start();
    assert_bytes(&client.open(EVERYTHING), &first);
}

#[test]
fn the_first_call_starts_the_server_and_a_changed_list_is_announced_once() {
    let world = World::new();
    let (mirror, other) = (world.mirror("a"), world.mirror("b"));
    see_once(&world);
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"say"},{"name":"new"}]}"#)]);
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    assert!(!list.contains("a__new"), "{list}");
    client.say("2", "a", "r");
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    client.holding(CHANGED);
    let list = client.ask("3", "tools/list", "{}");
    assert!(list.contains("a__new"), "{list}");
    assert_eq!(client.rest(), [""; 0]);
    assert_eq!((mirror.processes().len(), other.processes().len()), (2, 1));
    // The next session knows it too, once that is kept.
    client.close();
    assert!(client.end().success());
    let mut client = world.open();
    assert!(client.ask("1", "tools/list", "{}").contains("a__new"));
}

#[test]
fn a_tool_that_is_not_listed_yet_is_looked_for_in_the_server_that_could_have_it() {
    let world = World::new();
    let (mirror, other) = (world.mirror("a"), world.mirror("b"));
    see_once(&world);
    mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"say"},{"name":"new"}]}"#)]);
    let mut client = world.open();
    client.call("1", "a__new", "{}");
    mirror.hears("\"name\":\"new\"");
    client.call("2", "a__nothing", "{}");
    let refused = String::from_utf8(client.answer("2")).unwrap();
    assert!(refused.contains("Unknown tool: a__nothing"), "{refused}");
    assert_eq!((mirror.processes().len(), other.processes().len()), (2, 1));
}

#[test]
fn an_entry_that_is_stale_is_looked_at_again_without_holding_anything() {
    let world = World::patient_with("refresh_after = \"0ms\"\n");
    let mirror = world.mirror("a");
    see_once(&world);
    mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"say"},{"name":"new"}]}"#)]);
    mirror.gate();
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    assert!(list.contains("a__say") && !list.contains("a__new"), "{list}");
    mirror.let_go();
    client.holding(CHANGED);
    let list = client.ask("2", "tools/list", "{}");
    assert!(list.contains("a__new"), "{list}");
}

#[test]
fn an_eager_server_starts_with_the_session() {
    let world = World::new();
    let mirror = world.mirror_with("a", &["--eager"]);
    see_once(&world);
    let _client = world.open();
    eventually(|| mirror.processes().len() == 2, || "the server was not started".to_owned());
}

#[test]
fn a_server_that_failed_or_was_slow_once_holds_no_later_session() {
    let world = World::with_settings("initialize_hold = \"100ms\"\nlist_hold = \"100ms\"\n");
    let (good, slow, broken) = (world.mirror("good"), world.mirror("slow"), world.mirror("broken"));
    slow.gate();
    broken.file("crash", "no licence found");
    see_once(&world);
    // From here on waiting for one of them would show.
    fs::write(world.config_file(), "[relay]\ninitialize_hold = \"30s\"\nlist_hold = \"1m\"\n").unwrap();
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    assert!(list.contains("good__say") && !list.contains("slow__") && !list.contains("broken__"), "{list}");
    // They are tried in the background all the same.
    eventually(|| broken.processes().len() >= 2, || "the broken one was not started".to_owned());
    slow.let_go();
    client.holding(CHANGED);
    let list = client.ask("2", "tools/list", "{}");
    assert!(list.contains("slow__say"), "{list}");
    assert_eq!(good.processes().len(), 1);
}

#[test]
fn a_server_without_work_is_stopped_where_that_is_set_and_comes_back_with_the_next_call() {
    let world = World::patient_with("idle_stop = \"1s\"\n");
    let (mirror, busy) = (world.mirror("a"), world.mirror("b"));
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    busy.says("nothing", "");
    let mut client = world.open();
    client.say("1", "b", "nothing");
    client.say("2", "a", "r");
    client.answer("2");
    let first = mirror.processes()[0];
    eventually(|| !is_alive(first), || "the server was not stopped".to_owned());
    client.say("3", "a", "r");
    assert_bytes(&client.answer("3"), br#"{"jsonrpc":"2.0","id":3,"result":{}}"#);
    assert_eq!((mirror.processes().len(), busy.processes().len()), (2, 1));
    assert!(is_alive(busy.processes()[0]), "a server with a request under way was stopped");
}

#[test]
fn what_a_list_says_besides_its_items_is_known_from_a_test_as_from_a_session() {
    let world = World::new();
    let mirror = world.mirror("a");
    let page = |besides: &str| format!(r#"{{{besides},"tools":[{{"name":"say"}}]}}"#);
    mirror.pages("tools/list", &[("-", &page(r#""_meta":{"of":1.0},"vendor":[1]"#))]);
    for (method, page) in [
        ("prompts/list", r#"{"prompts":[]}"#),
        ("resources/list", r#"{"resources":[]}"#),
        ("resources/templates/list", r#"{"resourceTemplates":[]}"#),
    ] {
        mirror.pages(method, &[("-", page)]);
    }
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let test = || world.other_command(&["server", "test", "a"]).output().unwrap();
    assert!(test().status.success());
    // A client that offers what commands offer.
    let mut client = world.start();
    client.open("{}");
    let list = client.ask("1", "tools/list", "{}");
    assert!(list.contains(r#""_meta":{"of":1.0}"#) && list.contains(r#""vendor":[1]"#), "{list}");
    assert_eq!(mirror.processes().len(), 1);
    // Only that changes.
    mirror.pages("tools/list", &[("-", &page(r#""vendor":[2]"#))]);
    client.say("2", "a", "r");
    client.answer("2");
    client.holding(CHANGED);
    let list = client.ask("3", "tools/list", "{}");
    assert!(list.contains(r#""vendor":[2]"#) && !list.contains("_meta"), "{list}");
    drop(client);
    // A test that fails takes away nothing that is known.
    mirror.file("crash", "not today");
    assert!(!test().status.success());
    let mut client = world.start();
    client.open("{}");
    let list = client.ask("1", "tools/list", "{}");
    assert!(list.contains(r#""vendor":[2]"#), "{list}");
}
