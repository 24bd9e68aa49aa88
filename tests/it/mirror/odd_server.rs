//! Lines of a server that no server should write: they reach nobody they are not for, and harm nobody else.

use std::fs;

use super::child::holds;
use super::client::Client;
use super::compare::assert_bytes;
use super::world::{EVERYTHING, World};

const MIB: usize = 1 << 20;
const DONE: &str = "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n";

fn done(id: &str) -> Vec<u8> {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#).into_bytes()
}

fn unreadable(id: &str) -> Vec<u8> {
    let message = r#""server \"a\" sent an answer that can't be read""#;
    let error = format!(r#"{{"code":-32603,"message":{message},"data":{{"server":"a"}}}}"#);
    format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{error}}}"#).into_bytes()
}

#[test]
fn requests_under_odd_ids_reach_nobody_or_come_back_under_them() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    for id in ["null", "{}", "[1]", "true"] {
        let ask = format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"roots/list\"}}\n");
        mirror.says("ask", ask + DONE);
        client.say("1", "a", "ask");
        assert_bytes(&client.line(), &done("1"));
    }
    for id in ["1.5", "-1", "\"\"", "123456789012345678901234567890"] {
        let ask = format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"roots/list\"}}\n");
        mirror.says("ask", ask + DONE);
        client.say("1", "a", "ask");
        let asked = String::from_utf8(client.line()).unwrap();
        let ours = asked.split_once("\"id\":").and_then(|(_, id)| id.split_once(',')).unwrap().0;
        assert_bytes(&client.line(), &done("1"));
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{ours},"result":{{"of":{id}}}}}"#));
        let answer = mirror.hears(&format!("\"of\":{id}}}"));
        assert_bytes(&answer, format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"of":{id}}}}}"#).as_bytes());
    }
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn a_notification_with_an_id_does_what_no_notification_does() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let odd = "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"notifications/tools/list_changed\"}\n";
    mirror.says("odd", [odd, DONE].concat());
    client.say("1", "a", "odd");
    // A request that is unknown here is the client's to answer.
    assert!(holds(&client.line(), "\"method\":\"notifications/tools/list_changed\""));
    assert_bytes(&client.line(), &done("1"));
    assert_eq!(mirror.count("\"tools/list\""), 1);
}

#[test]
fn what_only_clients_say_is_nobodys() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let lines = concat!(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/roots/list_changed\"}\n",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"nobody's\"}}\n",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":1,\"progress\":1}}\n",
    );
    mirror.says("lines", [lines, DONE].concat());
    client.say("1", "a", "lines");
    assert_bytes(&client.line(), &done("1"));
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn ten_thousand_levels_without_an_end_become_an_error_with_the_id() {
    let (_world, [mirror, _other], mut client) = World::with_mirrors(["a", "b"]);
    let deep = "[".repeat(10_000);
    mirror.says("deep", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{deep}\n"));
    client.say("1", "a", "deep");
    assert_bytes(&client.line(), &unreadable("1"));
}

#[test]
fn half_an_answer_and_the_end_of_its_server_become_one_error() {
    let (_world, [mirror, other], mut client) = World::with_mirrors(["a", "b"]);
    other.says("r", DONE);
    mirror.says("half", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"text\":\"and then");
    client.say("1", "a", "half");
    client.call("2", "a__die", "{}");
    client.answer("2");
    let failed = client.answer("1");
    assert!(holds(&failed, "-32603"), "{}", failed.escape_ascii());
    client.say("3", "b", "r");
    assert_bytes(&client.answer("3"), &done("3"));
    assert_eq!(client.rest(), [""; 0]);
}

#[test]
fn an_answer_of_sixty_four_mebibytes_over_the_limit_takes_no_more_memory_than_the_limit() {
    let world = World::patient_with("max_frame = \"1MiB\"\n");
    let (mirror, other) = (world.mirror("a"), world.mirror("b"));
    mirror.pages("tools/list", &[("-", r#"{"tools":[{"name":"huge"},{"name":"say"}]}"#)]);
    other.says("r", DONE);
    let mut client = world.open();
    client.say("\"warm\"", "b", "r");
    client.answer("\"warm\"");
    let peak = |pid: u32| {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.split_whitespace().next().unwrap().parse::<usize>().unwrap() * 1024
    };
    let before = peak(client.id());
    client.call("1", "a__huge", &format!("{{\"bytes\":{}}}", 64 * MIB));
    client.say("2", "b", "r");
    assert_bytes(&client.answer("2"), &done("2"));
    assert_bytes(&client.answer("1"), &unreadable("1"));
    let grown = peak(client.id()).saturating_sub(before);
    assert!(grown < 6 * MIB, "{grown} bytes");
}

#[test]
fn a_flood_of_noise_holds_nobody_up() {
    let world = World::new();
    let (noisy, other) = (world.mirror("a"), world.mirror("b"));
    noisy.pages("tools/list", &[("-", r#"{"tools":[{"name":"noise"}]}"#)]);
    other.says("r", DONE);
    let mut client = Client::on_pipes(world.command().stderr(std::process::Stdio::null()));
    client.open(EVERYTHING);
    client.call("\"noise\"", "a__noise", "{}");
    noisy.hears("\"noise\"");
    for id in 0..500 {
        client.say(&id.to_string(), "b", "r");
        assert_bytes(&client.line(), &done(&id.to_string()));
    }
}
