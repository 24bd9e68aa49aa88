//! A server that floods, or doesn't read, slows itself alone.

use std::time::Instant;

use super::child::holds;
use super::compare::{DEADLINE, assert_bytes};
use super::world::World;

#[test]
fn a_flood_does_not_starve_the_answers_of_others() {
    let (_world, [flooding, other], mut client) = World::with_mirrors(["a", "b"]);
    other.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    client.call("\"flood\"", "a__flood", "{}");
    flooding.hears("\"flood\"");
    client.holding("vendor/flood");
    let mut expected = 1;
    for id in 0..20 {
        client.say(&id.to_string(), "b", "r");
        let answer = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#);
        let asked = Instant::now();
        loop {
            let line = client.line();
            if line == answer.as_bytes() {
                break;
            }
            // Nothing of the flood is lost or out of order.
            assert!(holds(&line, &format!("\"n\":{expected},")), "{expected} expected");
            expected += 1;
            // The flood has no end, so that an answer which waited for it would never come.
            assert!(asked.elapsed() < DEADLINE, "the answer to {id} does not come");
        }
    }
}

#[test]
fn a_server_that_does_not_read_blocks_nobody() {
    let world = World::patient_with("child_queue = \"1MiB\"\n");
    let (deaf, other) = (world.mirror("a"), world.mirror("b"));
    other.says("r", "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    let mut client = world.open();
    client.call("\"deaf\"", "a__deaf", "{}");
    deaf.hears("\"deaf\"");
    let filler = "x".repeat(100_000);
    for id in 0..40 {
        client.call(&id.to_string(), "a__hold", &format!("\"{filler}\""));
        let echo = format!("\"echo {id}\"");
        client.say(&echo, "b", "r");
        assert_bytes(
            &client.answer(&echo),
            format!(r#"{{"jsonrpc":"2.0","id":{echo},"result":{{}}}}"#).as_bytes(),
        );
    }
    // The pipe and the queue are full: what came last was refused.
    assert_bytes(
        &client.answer("39"),
        br#"{"jsonrpc":"2.0","id":39,"error":{"code":-32603,"message":"server \"a\" does not read: too much is waiting for it","data":{"server":"a"}}}"#,
    );
}

#[test]
fn a_client_that_does_not_read_loses_nothing() {
    let (_world, [flooding, other], mut client) = World::with_mirrors(["a", "b"]);
    let big = "y".repeat(1 << 20);
    other.says("big", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":\"{big}\"}}\n"));
    flooding.says("big", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":\"{big}\"}}\n"));
    // Far more than all pipes and queues hold is asked for before anything is read.
    for id in 0..40 {
        client.say(&id.to_string(), if id % 2 == 0 { "a" } else { "b" }, "big");
    }
    for server in [0, 1] {
        for id in (server..40).step_by(2) {
            let answer = format!(r#"{{"jsonrpc":"2.0","id":{id},"result":"{big}"}}"#);
            assert_bytes(&client.answer(&id.to_string()), answer.as_bytes());
        }
    }
}
