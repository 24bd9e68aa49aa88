//! Servers that fail again and again: when they are tried, when what they have goes, and that it returns.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::child::{Mirror, is_alive};
use super::compare::{assert_bytes, eventually};
use super::guard::{signal, stat};
use super::world::World;

const CHANGED: &str = "notifications/tools/list_changed";
const DONE: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";

fn failed(id: &str, how: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":-32603,"message":"server \"a\" {how}","data":{{"server":"a"}}}}}}"#
    )
}

/// Waits until the server has been started so often, and returns when that was.
#[track_caller]
fn started(mirror: &Mirror, times: usize) -> Instant {
    eventually(|| mirror.processes().len() >= times, || format!("{:?}", mirror.processes()));
    Instant::now()
}

#[test]
fn a_server_that_fails_is_tried_ever_later_and_at_once_when_it_is_called() {
    let world = World::new();
    let mirror = world.mirror("a");
    mirror.says("r", DONE);
    let mut client = world.open();
    client.ask("\"list\"", "tools/list", "{}");
    mirror.file("crash", "no licence found");
    client.call("1", "a__die", "{}");
    let mut before = Instant::now();
    client.answer("1");
    // A second, doubled each time, of which up to a half is left to chance.
    for (times, least) in [(2, 450), (3, 950), (4, 1_950)] {
        let now = started(&mirror, times);
        assert!(now - before >= Duration::from_millis(least), "start {times} after {:?}", now - before);
        before = now;
    }
    let last = mirror.processes()[3];
    eventually(|| !is_alive(last), || format!("{last} still runs"));
    fs::remove_file(mirror.path("crash")).unwrap();
    // By itself it would not be tried for four more seconds.
    client.say("2", "a", "r");
    assert_bytes(&client.answer("2"), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
    assert!(before.elapsed() < Duration::from_millis(3_900), "{:?}", before.elapsed());
    assert_eq!((mirror.processes().len(), mirror.count("\"script\"")), (5, 1));
}

#[test]
fn what_a_server_that_is_down_has_leaves_the_lists_after_the_set_time_and_returns_with_it() {
    let world = World::patient_with("hide_after = \"500ms\"\n");
    let (mirror, _other) = (world.mirror("a"), world.mirror("b"));
    let mut client = world.open();
    client.ask("1", "tools/list", "{}");
    mirror.file("crash", "no licence found");
    client.call("2", "a__die", "{}");
    client.answer("2");
    started(&mirror, 2);
    let list = client.ask("3", "tools/list", "{}");
    assert!(list.contains("a__say") && list.contains("b__say"), "{list}");
    client.holding(CHANGED);
    assert!(mirror.processes().len() >= 3, "after {:?}", mirror.processes());
    let list = client.ask("4", "tools/list", "{}");
    assert!(!list.contains("a__say") && list.contains("b__say"), "{list}");
    // Further failures are no news.
    let tried = mirror.processes().len();
    started(&mirror, tried + 1);
    assert_eq!(client.rest(), [""; 0]);
    fs::remove_file(mirror.path("crash")).unwrap();
    client.holding(CHANGED);
    let list = client.ask("5", "tools/list", "{}");
    assert!(list.contains("a__say") && list.contains("b__say"), "{list}");
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_server_that_is_killed_fails_its_calls_with_the_signal() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
    other.says("r", DONE);
    mirror.file("grandchild", "");
    client.call("1", "a__hold", "{}");
    mirror.hears("\"hold\"");
    signal(mirror.processes()[0], Signal::KILL);
    assert_bytes(&client.line(), failed("1", "ended (signal: 9 (SIGKILL))").as_bytes());
    client.say("2", "b", "r");
    assert_bytes(&client.line(), br#"{"jsonrpc":"2.0","id":2,"result":{}}"#);
}

#[test]
fn when_the_wrapper_of_a_server_ends_the_server_is_gone_though_it_holds_its_pipes() {
    let world = World::new();
    let mirror = world.mirror_behind_shell("a");
    let mut client = world.open();
    client.call("1", "a__hold", "{}");
    mirror.hears("\"hold\"");
    let server = mirror.processes()[0];
    let shell = stat(server).unwrap()[1].parse().unwrap();
    signal(shell, Signal::KILL);
    assert_bytes(&client.line(), failed("1", "ended (signal: 9 (SIGKILL))").as_bytes());
    eventually(|| !is_alive(server), || format!("{server} still runs"));
}
