//! A server that dies takes its own calls with it, and nothing else.

use super::child::{holds, is_alive};
use super::compare::{assert_bytes, eventually};
use super::world::World;

fn ended(id: &str, how: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":-32603,"message":"server \"a\" {how}","data":{{"server":"a"}}}}}}"#
    )
}

#[test]
fn its_calls_fail_at_once_and_the_others_go_on() {
    let (_world, [one, two], mut client) = World::with_mirrors(["a", "b"]);
    two.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    for id in ["1", "\"1\"", "12345678901234567890"] {
        client.call(id, "a__hold", "{}");
    }
    client.call("2", "b__hold", "{}");
    two.hears("tools/call");
    client.call("3", "a__die", "{}");
    for id in ["1", "\"1\"", "12345678901234567890", "3"] {
        assert_bytes(&client.answer(id), ended(id, "ended (exit status: 3)").as_bytes());
    }
    client.say("4", "b", "r");
    assert_bytes(&client.answer("4"), br#"{"jsonrpc":"2.0","id":4,"result":{}}"#);
    // The next call starts it anew; nothing that failed is sent again.
    one.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"again\":1}}\n");
    client.say("5", "a", "r");
    assert_bytes(&client.answer("5"), br#"{"jsonrpc":"2.0","id":5,"result":{"again":1}}"#);
    assert_eq!(one.count("\"tools/call\""), 5);
    assert_eq!(one.processes().len(), 2);
    assert_eq!(one.count("\"initialize\""), 2);
}

#[test]
fn a_server_that_closes_its_output_is_gone_and_is_ended() {
    let (_world, [one, _two], mut client) = World::with_mirrors(["a", "b"]);
    client.call("1", "a__mute", "{}");
    assert_bytes(&client.answer("1"), ended("1", "closed its output").as_bytes());
    let first = one.processes()[0];
    eventually(|| !is_alive(first), || format!("{first} still runs"));
}

#[test]
fn a_server_that_closes_its_input_is_gone_and_its_calls_fail() {
    let (_world, [one, _two], mut client) = World::with_mirrors(["a", "b"]);
    client.call("1", "a__shut", "{}");
    one.hears("\"shut\"");
    let first = one.processes()[0];
    eventually(
        || std::fs::read_link(format!("/proc/{first}/fd/0")).is_ok_and(|stdin| stdin.ends_with("null")),
        || format!("{first} still reads"),
    );
    client.call("2", "a__hold", "{}");
    for id in ["1", "2"] {
        assert_bytes(&client.answer(id), ended(id, "closed its input").as_bytes());
    }
    eventually(|| !is_alive(first), || format!("{first} still runs"));
}

#[test]
fn what_it_said_last_on_stderr_is_in_the_error() {
    let world = World::new();
    let mirror = world.mirror("a");
    let mut client = world.open();
    client.call("1", "a__hold", "{}");
    mirror.hears("tools/call");
    // Its next run ends at once.
    mirror.file("crash", "no licence found");
    client.call("2", "a__die", "{}");
    assert_bytes(&client.answer("1"), ended("1", "ended (exit status: 3)").as_bytes());
    client.answer("2");
    client.call("3", "a__hold", "{}");
    let answer = client.answer("3");
    assert!(holds(&answer, "no licence found") && holds(&answer, r#""data":{"server":"a"}"#));
}

#[test]
fn eight_first_calls_at_once_start_one_process_and_open_it_once() {
    let world = World::with_settings("initialize_hold = \"0s\"\n");
    let mirror = world.mirror("a");
    mirror.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    let calls = (1..=8).map(|id| {
        format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"a__say\",\"arguments\":{{\"script\":\"r\"}}}}}}\n")
    });
    client.write(calls.collect::<String>());
    for id in 1..=8 {
        assert_bytes(
            &client.answer(&id.to_string()),
            format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#).as_bytes(),
        );
    }
    assert_eq!(mirror.processes().len(), 1);
    assert_eq!(mirror.count("\"initialize\""), 1);
    assert_eq!(mirror.count("\"tools/list\""), 1);
    assert_eq!(mirror.count("\"tools/call\""), 8);
}
